package dev.springtide.order.adapter.rest;

import dev.springtide.order.domain.OrderId;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where orders are found, and how they are named there. */
final class OrderPaths {

    static final String ORDERS = "/api/v1/orders";
    static final String NOT_FOUND = "There is no such order.";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private OrderPaths() {}

    static boolean isId(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    /** What cannot be an id is answered like an id that does not exist. */
    static OrderId id(String text) {
        if (!isId(text)) {
            throw notFound();
        }
        return new OrderId(UUID.fromString(text));
    }

    static String eTag(long version) {
        return "\"" + version + "\"";
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, NOT_FOUND);
    }
}
