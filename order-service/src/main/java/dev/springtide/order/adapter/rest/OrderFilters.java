package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.problem.ProblemException;
import dev.springtide.web.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list of orders. */
final class OrderFilters {

    /** Times beyond these restrict nothing and would not fit an id. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private OrderFilters() {}

    static OrderFilter parse(
            @Nullable String owner,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String cursor,
            boolean stuck) {
        return new OrderFilter(
                owner, status(status), time("from", from), time("to", to), place(cursor), stuck);
    }

    static boolean flag(String parameter, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(parameter, "must be true or false");
        };
    }

    /** A customer's id; one that nobody can have is refused. */
    static @Nullable String customer(@Nullable String id) {
        if (id != null
                && (id.isBlank()
                        || id.codePointCount(0, id.length()) > FieldChecks.MAX_TEXT
                        || id.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalid("customerId", "is not the id of a customer");
        }
        return id;
    }

    private static @Nullable OrderStatus status(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(OrderStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("status", "is not a status"));
    }

    private static @Nullable Instant time(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = nextMillisecond(OffsetDateTime.parse(text).toInstant());
            return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        } catch (DateTimeException e) {
            throw ProblemException.invalid(parameter, "must be an RFC 3339 time");
        }
    }

    /** Orders are placed at whole milliseconds. */
    private static Instant nextMillisecond(Instant time) {
        Instant whole = time.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(time) ? whole : whole.plusMillis(1);
    }

    private static @Nullable OrderId place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String id = Cursor.decode(cursor, 1).getFirst();
        try {
            return new OrderId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
