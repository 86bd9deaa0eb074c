package dev.springtide.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the REST interface.
 *
 * @param maxBody the largest body a request may have
 */
@ConfigurationProperties("springtide.web")
public record WebProperties(@DefaultValue("64KB") DataSize maxBody) {}
