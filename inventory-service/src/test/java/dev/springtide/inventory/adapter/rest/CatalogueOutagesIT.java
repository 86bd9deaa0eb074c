package dev.springtide.inventory.adapter.rest;

import static dev.springtide.inventory.adapter.rest.Http.ANYONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.embedded.RedisServer;
import dev.springtide.inventory.InventoryServiceApplication;
import dev.springtide.inventory.RealServers;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.adapter.rest.Http.Answer;
import dev.springtide.inventory.domain.Sku;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Nobody who reads the catalogue notices that Redis is gone, and few that the database is. */
@SpringBootTest(
        classes = InventoryServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {RealServers.class, CatalogueOutagesIT.Own.class})
@Import(Shelves.class)
@DirtiesContext
class CatalogueOutagesIT {

    private static final RedisServer REDIS = Infrastructure.newRedis();
    private static final PostgresServer POSTGRES = Infrastructure.newPostgres();

    /** A request that waits for Redis at all waits for one command, once per outage. */
    private static final Duration BEARABLE = Duration.ofMillis(900);

    private static final Duration OUTAGE = Duration.ofSeconds(2);

    @LocalServerPort int port;
    @Autowired Shelves shelves;
    @Autowired MeterRegistry meters;

    private Http http = new Http(0);

    static final class Own
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Database database = POSTGRES.database("own", "springtide");
            TestPropertyValues.of(
                            "spring.kafka.listener.auto-startup=false",
                            "springtide.outbox.enabled=false",
                            "spring.data.redis.port=" + REDIS.port(),
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }

    @AfterAll
    static void stop() {
        REDIS.close();
        POSTGRES.close();
    }

    @BeforeEach
    void connect() {
        http = new Http(port);
        awaitRedis(1);
    }

    @Test
    void goesOnWhenRedisIsKilled() {
        Sku sku = shelves.stocked(7);
        assertReadsGoOn(sku, REDIS::kill);
        shelves.restock(sku, 1);
        assertThat(read(sku).json().path("available").asInt()).isEqualTo(8);
        assertThat(http.get("/actuator/health/readiness", ANYONE).status()).isEqualTo(200);

        REDIS.start();
        awaitRedis(1);
        assertThat(read(sku).status()).isEqualTo(200);
    }

    @Test
    void goesOnWhenRedisIsFrozen() {
        Sku sku = shelves.stocked(7);
        try {
            assertReadsGoOn(sku, REDIS::pause);
            shelves.restock(sku, 1);
            assertThat(read(sku).json().path("available").asInt()).isEqualTo(8);
        } finally {
            REDIS.resume();
        }

        awaitRedis(1);
        assertThat(read(sku).status()).isEqualTo(200);
    }

    @Test
    void answersWhatItHasWhenTheDatabaseIsFrozen() {
        Sku sku = shelves.stocked(7);
        read(sku);
        POSTGRES.pause();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(read(sku).header("Warning"))
                                    .isEqualTo("110 - \"Response is Stale\""));
            Answer stale = read(sku);
            assertThat(stale.status()).isEqualTo(200);
            assertThat(stale.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(stale.json().path("available").asInt()).isEqualTo(7);

            long begin = System.nanoTime();
            Answer unknown = http.get("/api/v1/products/never-read", ANYONE);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(unknown.problem()).isEqualTo("service-unavailable");
            assertThat(unknown.header("Retry-After")).isNotEmpty();
            assertThat(http.get("/actuator/health/readiness", ANYONE).status()).isEqualTo(200);
        } finally {
            POSTGRES.resume();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> read(sku).header("Warning").isEmpty());
    }

    /** Reads all through the outage and compares the database's share with what it may be. */
    private void assertReadsGoOn(Sku sku, Runnable outage) {
        read(sku);
        double before = databaseReads();
        outage.run();
        long begin = System.nanoTime();
        long reads = 0;
        while (System.nanoTime() - begin < OUTAGE.toNanos()) {
            long asked = System.nanoTime();
            assertThat(read(sku).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BEARABLE);
            reads++;
        }
        assertThat(meters.get("catalogue.redis.available").gauge().value()).isZero();
        assertThat(reads).isGreaterThan(20);
        assertThat(databaseReads() - before).isBetween(1.0, 6.0);
    }

    private Answer read(Sku sku) {
        return http.get("/api/v1/products/" + sku, ANYONE);
    }

    private double databaseReads() {
        return meters.get("catalogue.reads")
                .tag("cache", "catalogue.product")
                .tag("from", "database")
                .counter()
                .count();
    }

    private void awaitRedis(double available) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> meters.get("catalogue.redis.available").gauge().value() == available);
    }
}
