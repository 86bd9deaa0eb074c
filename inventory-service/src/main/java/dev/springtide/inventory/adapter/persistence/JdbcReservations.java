package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.Reservations;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Reservation;
import dev.springtide.inventory.domain.ReservationStatus;
import dev.springtide.inventory.domain.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A few statements for a wave, however many reservations it has. */
@Repository
class JdbcReservations implements Reservations {

    private static final String FIND =
            """
            SELECT order_id, status, skus, quantities, version
              FROM reservation
             WHERE order_id = ANY (?)
            """;

    /** A row that another transaction has just inserted is left alone, and so not counted. */
    private static final String INSERT =
            """
            INSERT INTO reservation (order_id, status, skus, quantities, version)
            SELECT order_id, status, skus::text[], quantities::integer[], 1
              FROM unnest(?, ?, ?, ?) AS r (order_id, status, skus, quantities)
             ORDER BY order_id
            ON CONFLICT (order_id) DO NOTHING
            """;

    private static final String LOCK =
            """
            SELECT order_id, version
              FROM reservation
             WHERE order_id = ANY (?)
             ORDER BY order_id
               FOR UPDATE
            """;

    private static final String MOVE =
            """
            UPDATE reservation r
               SET status = m.status, version = m.version, updated_at = now()
              FROM unnest(?, ?, ?) AS m (order_id, status, version)
             WHERE r.order_id = m.order_id AND r.version = m.version - 1
            """;

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Reservation> find(Collection<UUID> orderIds) {
        return jdbc
                .sql(FIND)
                .param(SqlArrays.uuids(orderIds))
                .query(JdbcReservations::reservation)
                .list()
                .stream()
                .collect(Collectors.toMap(Reservation::orderId, Function.identity()));
    }

    @Override
    public void lock(Collection<Reservation> found) {
        if (found.isEmpty()) {
            return;
        }
        Map<UUID, Long> versions = new HashMap<>();
        jdbc.sql(LOCK)
                .param(SqlArrays.uuids(ids(found)))
                .query(row -> {
                    versions.put(row.getObject("order_id", UUID.class), row.getLong("version"));
                });
        long unmoved =
                found.stream()
                        .filter(r -> Long.valueOf(r.version()).equals(versions.get(r.orderId())))
                        .count();
        requireAll(unmoved, found.size());
    }

    @Override
    public void store(List<Reservation> moved) {
        Map<Boolean, List<Reservation>> byNovelty =
                moved.stream().collect(Collectors.partitioningBy(r -> r.version() == 1));
        // In this order: an insert waits for whoever is changing the row it meets, not for its
        // lock.
        insert(byNovelty.getOrDefault(true, List.of()));
        move(byNovelty.getOrDefault(false, List.of()));
    }

    private void insert(List<Reservation> decided) {
        if (decided.isEmpty()) {
            return;
        }
        int inserted =
                jdbc.sql(INSERT)
                        .param(SqlArrays.uuids(ids(decided)))
                        .param(SqlArrays.texts(decided, r -> r.status().name()))
                        .param(SqlArrays.texts(decided, JdbcReservations::skus))
                        .param(SqlArrays.texts(decided, JdbcReservations::quantities))
                        .update();
        requireAll(inserted, decided.size());
    }

    private void move(List<Reservation> moved) {
        if (moved.isEmpty()) {
            return;
        }
        int updated =
                jdbc.sql(MOVE)
                        .param(SqlArrays.uuids(ids(moved)))
                        .param(SqlArrays.texts(moved, r -> r.status().name()))
                        .param(SqlArrays.numbers(moved, Reservation::version))
                        .update();
        requireAll(updated, moved.size());
    }

    private static void requireAll(long asFound, int all) {
        if (asFound != all) {
            throw new OptimisticLockingFailureException(
                    "%d of %d reservations were moved by another transaction"
                            .formatted(all - asFound, all));
        }
    }

    private static List<UUID> ids(Collection<Reservation> reservations) {
        return reservations.stream().map(Reservation::orderId).toList();
    }

    /**
     * An array literal: arrays of different lengths cannot be rows of one two-dimensional array.
     */
    private static String skus(Reservation reservation) {
        return reservation.lines().stream()
                .map(line -> '"' + line.sku().value() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quantities(Reservation reservation) {
        return reservation.lines().stream()
                .map(line -> Integer.toString(line.quantity()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
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
                row.getLong("version"));
    }
}
