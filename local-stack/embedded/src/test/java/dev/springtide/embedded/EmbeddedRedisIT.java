package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedRedisIT {

    @Test
    void comesBackAfterSigkill() {
        try (EmbeddedRedis redis = new Processes().redis(Infrastructure.freshFolder("redis"))) {
            long first = redis.pid();

            redis.kill();
            assertThat(FreePorts.isFree(redis.port())).isTrue();
            redis.start();

            assertThat(redis.pid()).isNotEqualTo(first);
            assertThat(FreePorts.isFree(redis.port())).isFalse();
        }
    }
}
