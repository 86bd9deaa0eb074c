package dev.springtide.localstack.launcher.showcase;

import dev.springtide.localstack.launcher.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Prints an order's timeline: each status, what led to it and how long after the placing. */
final class OrderLife {

    private final Consumer<String> out;

    OrderLife(Consumer<String> out) {
        this.out = out;
    }

    void print(SampleOrder played, Answer order) {
        Sample sample = played.sample();
        String reason = order.text("reason");
        out.accept(
                "%s %s: %s%s, payment %s, %s %s  (%s)"
                        .formatted(
                                sample.customer(),
                                sample.story(),
                                order.text("status"),
                                reason.isEmpty() ? "" : " " + reason,
                                order.text("paymentStatus"),
                                order.body().path("total").path("amount").asString(""),
                                order.body().path("total").path("currency").asString(""),
                                order.text("id")));
        if (!order.text("status").equals(sample.end())) {
            out.accept("    expected " + sample.end() + "; see the logs");
        }
        Instant placed = Instant.parse(order.text("createdAt"));
        for (JsonNode step : played.timeline(order).body().path("items")) {
            Duration after = Duration.between(placed, Instant.parse(step.path("at").asString()));
            out.accept(
                    "    %+6d ms  %-9s -> %-10s %s"
                            .formatted(
                                    after.toMillis(),
                                    step.path("from").asString(""),
                                    step.path("to").asString(""),
                                    step.path("trigger").asString("")));
        }
    }
}
