package dev.springtide.gateway.copies;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Answers that this instance keeps.
 *
 * @param size of all of them together, 64 KB to 1 GB
 */
@Validated
@ConfigurationProperties("springtide.gateway.copies")
record CopiesProperties(@DefaultValue("8MB") @NotNull DataSize size) {

    @AssertTrue(message = "size must be 64KB to 1GB")
    boolean isSizeInRange() {
        return size.toKilobytes() >= 64 && size.toGigabytes() <= 1;
    }
}
