package dev.springtide.order.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order may wait, judged by the database clock.
 *
 * @param stock from being placed until the stock is decided
 * @param payment from RESERVED until the payment is decided
 */
@ConfigurationProperties("springtide.deadlines")
public record DeadlineProperties(
        @DefaultValue("30m") Duration stock, @DefaultValue("20m") Duration payment) {}
