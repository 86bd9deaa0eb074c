package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Reservation;
import dev.springtide.inventory.domain.ReservationStatus;
import dev.springtide.inventory.domain.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reservations as rows: lists are array columns. */
final class ReservationRows {

    private ReservationRows() {}

    /**
     * An array literal: arrays of different lengths cannot be rows of one two-dimensional array.
     */
    static String skus(Reservation reservation) {
        return literal(reservation.lines().stream().map(Line::sku));
    }

    static String missing(Reservation reservation) {
        return literal(reservation.missing().stream());
    }

    private static String literal(Stream<Sku> skus) {
        return skus.map(sku -> '"' + sku.value() + '"').collect(Collectors.joining(",", "{", "}"));
    }

    static String quantities(Reservation reservation) {
        return reservation.lines().stream()
                .map(line -> Integer.toString(line.quantity()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Reservation reservation(ResultSet row, int number) throws SQLException {
        String[] skus = (String[]) row.getArray("skus").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        List<Line> lines = new ArrayList<>(skus.length);
        for (int i = 0; i < skus.length; i++) {
            lines.add(new Line(new Sku(skus[i]), quantities[i]));
        }
        return new Reservation(
                row.getObject("order_id", UUID.class),
                ReservationStatus.valueOf(row.getString("status")),
                lines,
                Arrays.stream((String[]) row.getArray("missing").getArray()).map(Sku::new).toList(),
                row.getLong("asked_version"),
                row.getLong("version"));
    }
}
