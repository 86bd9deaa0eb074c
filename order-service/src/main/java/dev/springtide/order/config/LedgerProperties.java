package dev.springtide.order.config;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The idempotency ledger.
 *
 * @param retention how long a key is remembered, by the database clock; at least 24 h by contract
 * @param cleanUpInterval how often older keys are deleted
 * @param cleanUpBatch keys in one deleting transaction
 */
@Validated
@ConfigurationProperties("springtide.ledger")
public record LedgerProperties(
        @DefaultValue("48h") @DurationMin(hours = 24) Duration retention,
        @DefaultValue("10m") Duration cleanUpInterval,
        @DefaultValue("500") @Positive int cleanUpBatch) {}
