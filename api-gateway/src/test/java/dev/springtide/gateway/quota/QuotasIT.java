package dev.springtide.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One quota for all instances while Redis is there, and one for each while it is not. */
class QuotasIT {

    private static final RedisServer REDIS = Infrastructure.newRedis();

    /** So that a busy machine is not taken for an outage. */
    private static final Duration PATIENT = Duration.ofSeconds(1);

    /** As it is unless configured otherwise. */
    private static final Duration USUAL = Duration.ofMillis(100);

    /** The longest of those who wait for Redis when it goes, on a busy machine. */
    private static final Duration BEARABLE = Duration.ofSeconds(1);

    /** A third of what it would take if each of the requests waited for its time-out. */
    private static final Duration NOBODY_WAITS = Duration.ofSeconds(2);

    private final String subject = "subject-" + UUID.randomUUID();
    private QuotaProperties properties = quota(20, 100, 0, PATIENT);
    private List<Instance> instances = List.of();

    @AfterEach
    void leave() {
        instances.forEach(Instance::close);
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @Test
    void letsTheBurstThroughHoweverManyAskAtOnce() throws Exception {
        start(1);
        Crowd crowd = Crowd.asks(subject, 1_000, instances);

        assertThat(crowd.admitted()).isBetween(properties.burst(), crowd.quota(properties));
    }

    @Test
    void countsTheRequestsOfAllInstancesTogether() throws Exception {
        start(2);
        Crowd crowd = Crowd.asks(subject, 1_000, instances);

        assertThat(crowd.admitted()).isBetween(properties.burst(), crowd.quota(properties));
        assertThat(instances.getFirst().admits("somebody else")).isTrue();
    }

    @Test
    void refillsByTheRate() throws Exception {
        start(2);
        Crowd.asks(subject, 300, instances);
        assertThat(Crowd.asks(subject, 300, instances).admitted())
                .isLessThan(properties.burst() / 2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> instances.getLast().admits(subject));
    }

    @Test
    void exceedsTheQuotaByTheSlackOfEachInstanceAtMost() throws Exception {
        properties = quota(20, 100, 5, PATIENT);
        start(2);
        Crowd crowd = Crowd.asks(subject, 1_000, instances);

        assertThat(crowd.admitted())
                .isBetween(
                        properties.burst(),
                        crowd.quota(properties) + 2 * instances.size() * properties.slack());
    }

    @Test
    void tellsRedisNothingOfTheFirstFew() {
        properties = quota(20, 100, 5, PATIENT);
        start(1);
        for (int n = 0; n < properties.slack(); n++) {
            instances.getFirst().take(subject);
        }
        assertThat(keys()).isEmpty();

        instances.getFirst().take(subject);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void forgetsABucketThatIsFullAgain() {
        properties = quota(100, 100, 0, PATIENT);
        start(1);
        instances.getFirst().take(subject);
        assertThat(keys()).hasSize(1);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> keys().isEmpty());
    }

    @Test
    void eachInstanceGivesItsOwnQuotaWhileRedisIsKilled() throws Exception {
        properties = quota(20, 100, 0, USUAL);
        start(2);
        REDIS.kill();
        try {
            assertGoesOn();
        } finally {
            REDIS.start();
        }
        assertSharesAgain();
    }

    @Test
    void eachInstanceGivesItsOwnQuotaWhileRedisIsFrozen() throws Exception {
        properties = quota(20, 100, 0, USUAL);
        start(2);
        REDIS.pause();
        try {
            assertGoesOn();
        } finally {
            REDIS.resume();
        }
        assertSharesAgain();
    }

    @Test
    void anInstanceThatUsedUpItsQuotaGivesNoSecondOneWhenRedisGoes() throws Exception {
        start(1);
        Crowd.asks(subject, 300, instances);
        REDIS.kill();
        try {
            Crowd crowd = Crowd.asks(subject, 300, instances);
            assertThat(crowd.admitted())
                    .isLessThanOrEqualTo(crowd.quota(properties) - properties.burst() / 2);
        } finally {
            REDIS.start();
        }
    }

    private void assertGoesOn() throws Exception {
        Crowd crowd = Crowd.asks(subject, 2_000, instances);

        assertThat(crowd.admitted())
                .isBetween(
                        instances.size() * properties.burst(),
                        instances.size() * crowd.quota(properties));
        assertThat(crowd.longest()).isLessThan(BEARABLE);
        assertThat(crowd.took()).isLessThan(NOBODY_WAITS);
        assertThat(instances).noneMatch(Instance::isConnected);
        Crowd later = Crowd.asks("another " + subject, 2_000, instances);
        assertThat(later.took()).isLessThan(NOBODY_WAITS);
    }

    /** Tried again: on a busy machine Redis may be too slow for a moment. */
    private void assertSharesAgain() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    instances.forEach(Instance::connected);
                    Crowd crowd = Crowd.asks("later " + UUID.randomUUID(), 1_000, instances);
                    assertThat(crowd.admitted())
                            .isBetween(properties.burst(), crowd.quota(properties));
                });
    }

    private void start(int count) {
        instances = Stream.generate(() -> new Instance(properties)).limit(count).toList();
        instances.forEach(Instance::connected);
    }

    private List<String> keys() {
        RedisClient client = RedisClient.create(properties.redis().toString());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().keys("*" + subject);
        } finally {
            client.shutdown();
        }
    }

    private static QuotaProperties quota(int rate, int burst, int slack, Duration timeout) {
        return new QuotaProperties(
                rate,
                burst,
                slack,
                1_000,
                URI.create("redis://127.0.0.1:" + REDIS.port()),
                timeout,
                Duration.ofMillis(100));
    }
}
