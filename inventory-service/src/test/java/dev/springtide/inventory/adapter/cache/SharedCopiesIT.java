package dev.springtide.inventory.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Infrastructure;
import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.redis.RedisGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

class SharedCopiesIT {

    private static final Duration TTL = Duration.ofSeconds(1);
    private static final CatalogueDocument MUG =
            new CatalogueDocument("\"1\"", "{}".getBytes(StandardCharsets.UTF_8), false);

    private final LettuceConnectionFactory connections =
            new LettuceConnectionFactory("127.0.0.1", Infrastructure.redis().port());
    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();
    private final RedisGate gate =
            new RedisGate("test", () -> {}, Duration.ofMillis(10), new SimpleMeterRegistry());
    private final SharedCopies copies =
            new SharedCopies(redis, gate, "test-" + UUID.randomUUID(), TTL);

    @BeforeEach
    void connect() {
        connections.afterPropertiesSet();
        connections.start();
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
        Awaitility.await().until(gate::isOpen);
    }

    @AfterEach
    void disconnect() {
        gate.close();
        connections.destroy();
    }

    @Test
    void keepsACopyForItsTimeAndNoLonger() {
        copies.keep("mug", MUG);

        assertThat(copies.find("mug"))
                .hasValueSatisfying(c -> assertThat(c.etag()).isEqualTo("\"1\""));
        Awaitility.await().atMost(TTL.plusMillis(500)).until(() -> copies.find("mug").isEmpty());
    }

    @Test
    void removesACopy() {
        copies.keep("mug", MUG);
        copies.remove("mug");

        assertThat(copies.find("mug")).isEmpty();
    }

    @Test
    void endsCopiesAtDifferentTimes() {
        Set<Long> ends = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            copies.keep("mug-" + i, MUG);
        }
        redis.keys("springtide:inventory:v1:test-*")
                .forEach(key -> {
                    Long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
                    assertThat(left).isNotNull().isLessThanOrEqualTo(TTL.toMillis());
                    ends.add(left);
                });

        assertThat(ends).hasSizeGreaterThan(10);
    }

    @Test
    void letsOneCallerRenewACopyBeforeItEnds() {
        // Long enough that its last fifth is not missed by a machine that is busy elsewhere.
        Duration ttl = Duration.ofSeconds(5);
        SharedCopies lasting = new SharedCopies(redis, gate, "test-" + UUID.randomUUID(), ttl);
        lasting.keep("mug", MUG);
        assertThat(lasting.claimsRenewal("mug")).isFalse();

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(ttl)
                .until(() -> lasting.claimsRenewal("mug"));

        assertThat(lasting.find("mug")).isPresent();
        assertThat(lasting.claimsRenewal("mug")).isFalse();
    }
}
