package dev.springtide.gateway.quota;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests a token's subject may send.
 *
 * @param rate requests a second in the long run
 * @param burst requests at once, after a pause
 * @param slack requests of a subject that an instance lets through before it tells the others: the
 *     first of each minute are not told at all, later ones in lots of this size. More of it is less
 *     work for Redis and a wider bound; 0 asks Redis for every request
 * @param subjects that an instance keeps in mind, about 1 KiB each
 * @param redis where the instances share what was used: {@code redis://} or {@code rediss://}
 * @param timeout after this Redis is gone without
 * @param probeInterval how often a Redis that failed is tried again
 */
@Validated
@ConfigurationProperties("springtide.gateway.quota")
record QuotaProperties(
        @DefaultValue("100") @Min(1) @Max(1_000_000) int rate,
        @DefaultValue("200") @Min(1) @Max(1_000_000) int burst,
        @DefaultValue("10") @Min(0) @Max(10_000) int slack,
        @DefaultValue("20000") @Min(100) @Max(1_000_000) int subjects,
        @DefaultValue("redis://127.0.0.1:6379") @NotNull URI redis,
        @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 1) @NotNull
                Duration timeout,
        @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 60) @NotNull
                Duration probeInterval) {

    @AssertTrue(message = "slack must not be above burst")
    boolean isSlackWithinBurst() {
        return slack <= burst;
    }

    @AssertTrue(message = "redis must begin with redis:// or rediss://")
    boolean isRedisAddress() {
        return "redis".equals(redis.getScheme()) || "rediss".equals(redis.getScheme());
    }
}
