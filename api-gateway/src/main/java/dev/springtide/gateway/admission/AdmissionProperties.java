package dev.springtide.gateway.admission;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests each service is given at once by one gateway.
 *
 * @param minimum requests in flight that are always admitted
 * @param maximum requests in flight that are never exceeded
 * @param slow a service that takes longer than this has too much to do: its limit is cut by a
 *     tenth, at most ten times a second; while it is faster, its limit grows, used or not
 * @param queue requests to a service that may wait for admission
 * @param patience how long one of them waits before it is refused with 503
 * @param outcomes requests with {@code Prefer: wait} that may wait for their outcome; beyond them
 *     the preference is not passed on, and they are answered at once
 */
@Validated
@ConfigurationProperties("springtide.gateway.admission")
record AdmissionProperties(
        @DefaultValue("64") @Min(1) @Max(10_000) int minimum,
        @DefaultValue("256") @Min(1) @Max(10_000) int maximum,
        @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 60) @NotNull
                Duration slow,
        @DefaultValue("1000") @Min(0) @Max(100_000) int queue,
        @DefaultValue("200ms") @DurationMin(millis = 0) @DurationMax(seconds = 10) @NotNull
                Duration patience,
        @DefaultValue("256") @Min(0) @Max(10_000) int outcomes) {

    @AssertTrue(message = "minimum must not be above maximum")
    boolean isOrdered() {
        return minimum <= maximum;
    }
}
