package dev.springtide.order.config;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Intake.
 *
 * @param lanes writers, and database connections, of this instance
 * @param queueCapacity requests that may wait in each lane; further ones are answered 503
 * @param maxBatch requests in one transaction
 * @param interval the least time between the starts of two batches of a lane, which rests twice as
 *     long as a batch took where that is longer, five intervals at most; 0 to 50 ms, for callers
 *     wait for it
 * @param answerWithin after how long a caller is answered 503; below a second by contract, together
 *     with the time that the gateway lets a request wait
 * @param connectionTimeout how long a lane waits for a connection
 * @param networkTimeout how long a lane waits for the database's answer to one statement
 */
@Validated
@ConfigurationProperties("springtide.intake")
public record IntakeProperties(
        @DefaultValue("2") @Positive int lanes,
        @DefaultValue("1000") @Positive int queueCapacity,
        @DefaultValue("200") @Positive int maxBatch,
        @DefaultValue("10ms") @DurationMin(millis = 0) @DurationMax(millis = 50) Duration interval,
        @DefaultValue("700ms") Duration answerWithin,
        @DefaultValue("500ms") Duration connectionTimeout,
        @DefaultValue("1s") Duration networkTimeout) {}
