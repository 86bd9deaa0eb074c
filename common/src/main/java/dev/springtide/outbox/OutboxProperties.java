package dev.springtide.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the outbox is relayed.
 *
 * @param enabled whether this instance takes part in relaying; appending always works
 * @param interval the least time between the starts of two Kafka transactions while events keep
 *     coming and no page is full; a transaction over six partitions costs broker and client about 2
 *     CPU-ms however few events it carries. After one that took longer than a quarter of it, the
 *     relay rests three times as long as that, twelve intervals at most
 * @param lease how long a leader that has stopped keeps others waiting, by the database's clock
 * @param pageSize how many events one Kafka transaction carries at most
 * @param partitions how many partitions a topic gets that does not exist yet
 * @param poll how long an idle relay waits for a signal before it looks by itself
 * @param replicas how many replicas a topic gets that does not exist yet
 * @param retention how long published events stay readable in the database
 */
@Validated
@ConfigurationProperties("springtide.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("25ms") Duration interval,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("1000") @Min(1) @Max(10_000) int pageSize,
        @DefaultValue("6") @Min(1) int partitions,
        @DefaultValue("20ms") Duration poll,
        @DefaultValue("1") @Min(1) short replicas,
        @DefaultValue("72h") Duration retention) {}
