package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.Reservations;
import dev.springtide.inventory.domain.Reservation;
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
            SELECT order_id, status, skus, quantities, missing, asked_version, version
              FROM reservation
             WHERE order_id = ANY (?)
            """;

    /** A row that another transaction has just inserted is left alone, and so not counted. */
    private static final String INSERT =
            """
            INSERT INTO reservation (order_id, status, skus, quantities, missing, asked_version, version)
            SELECT order_id, status, skus::text[], quantities::integer[], missing::text[], asked, 1
              FROM unnest(?, ?, ?, ?, ?, ?) AS r (order_id, status, skus, quantities, missing, asked)
             ORDER BY order_id
            ON CONFLICT (order_id) DO NOTHING
            """;

    private static final String LOCK =
            """
            SELECT order_id, version, asked_version
              FROM reservation
             WHERE order_id = ANY (?)
             ORDER BY order_id
               FOR UPDATE
            """;

    private static final String MOVE =
            """
            UPDATE reservation r
               SET status = m.status, asked_version = m.asked, version = m.version, updated_at = now()
              FROM unnest(?, ?, ?, ?) AS m (order_id, status, asked, version)
             WHERE r.order_id = m.order_id AND r.version = m.version - 1
            """;

    private static final String ANSWERED_AGAIN =
            """
            UPDATE reservation r
               SET asked_version = m.asked, repeats = r.repeats + 1, updated_at = now()
              FROM unnest(?, ?) AS m (order_id, asked)
             WHERE r.order_id = m.order_id AND r.asked_version < m.asked
            """;

    /** What tells that nobody has touched a reservation. */
    private record Marks(long version, long asked) {}

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Reservation> find(Collection<UUID> orderIds) {
        return jdbc
                .sql(FIND)
                .param(SqlArrays.uuids(orderIds))
                .query(ReservationRows::reservation)
                .list()
                .stream()
                .collect(Collectors.toMap(Reservation::orderId, Function.identity()));
    }

    @Override
    public void lock(Collection<Reservation> found) {
        if (found.isEmpty()) {
            return;
        }
        Map<UUID, Marks> locked = new HashMap<>();
        jdbc.sql(LOCK)
                .param(SqlArrays.uuids(ids(found)))
                .query(row -> {
                    locked.put(
                            row.getObject("order_id", UUID.class),
                            new Marks(row.getLong("version"), row.getLong("asked_version")));
                });
        long unmoved =
                found.stream()
                        .filter(r ->
                                new Marks(r.version(), r.asked()).equals(locked.get(r.orderId())))
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
                        .param(SqlArrays.texts(decided, ReservationRows::skus))
                        .param(SqlArrays.texts(decided, ReservationRows::quantities))
                        .param(SqlArrays.texts(decided, ReservationRows::missing))
                        .param(SqlArrays.numbers(decided, Reservation::asked))
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
                        .param(SqlArrays.numbers(moved, Reservation::asked))
                        .param(SqlArrays.numbers(moved, Reservation::version))
                        .update();
        requireAll(updated, moved.size());
    }

    @Override
    public void answeredAgain(List<Reservation> asked) {
        if (!asked.isEmpty()) {
            int noted =
                    jdbc.sql(ANSWERED_AGAIN)
                            .param(SqlArrays.uuids(ids(asked)))
                            .param(SqlArrays.numbers(asked, Reservation::asked))
                            .update();
            requireAll(noted, asked.size());
        }
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
}
