package dev.springtide.systemtests;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Answer(HttpResponse<String> response) {
        this(response.statusCode(), response);
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return JSON.readTree(body());
    }

    /** The text at a JSON pointer; empty where there is none. */
    String text(String pointer) {
        return json().at(pointer).asString("");
    }

    List<JsonNode> items() {
        return StreamSupport.stream(json().get("items").spliterator(), false).toList();
    }

    /** The header's value; empty where there is none. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String id() {
        return text("/id");
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " → " + status + " " + body();
    }
}
