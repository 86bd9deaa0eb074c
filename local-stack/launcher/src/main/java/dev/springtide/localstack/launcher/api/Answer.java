package dev.springtide.localstack.launcher.api;

import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer.
 *
 * @param retryAfter empty when the header was not there
 * @param body a missing node when there was none
 */
public record Answer(int status, String retryAfter, JsonNode body) {

    /** A top-level text of the body; empty when it has none of this name. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
