package dev.springtide.order.domain;

import java.util.UUID;

/** The identity of an order: a UUIDv7, so ids sort by the time the order was placed. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
