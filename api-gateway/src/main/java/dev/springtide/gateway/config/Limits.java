package dev.springtide.gateway.config;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may send, and how slowly. The two times together bound how long a request may take
 * to arrive: below 20 s by default.
 *
 * @param body largest request body, counted while it arrives
 * @param head time from a request's first byte (or the connection's start) to the end of its
 *     headers
 * @param bodyTime time from the end of the headers to the end of the body
 */
public record Limits(
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("8s") @DurationMin(millis = 100) @DurationMax(seconds = 60) Duration head,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
                Duration bodyTime) {}
