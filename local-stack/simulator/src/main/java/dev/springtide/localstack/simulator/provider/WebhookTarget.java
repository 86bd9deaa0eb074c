package dev.springtide.localstack.simulator.provider;

import java.net.URI;

/**
 * Where the shop wants to be told.
 *
 * @param secret shared with the shop; signs each message
 */
public record WebhookTarget(URI url, String secret) {}
