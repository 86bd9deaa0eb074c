package dev.springtide.time;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The application's clock.
 *
 * @param offset how far it is ahead of the machine's, or behind when negative; for trying what a
 *     wrong clock does
 */
@ConfigurationProperties("springtide.clock")
public record ClockProperties(@DefaultValue("0s") Duration offset) {}
