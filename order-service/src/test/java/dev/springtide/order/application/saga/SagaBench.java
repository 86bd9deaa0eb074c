package dev.springtide.order.application.saga;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.EventTypes;
import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.json.ContractJson;
import dev.springtide.order.adapter.messaging.OutboxOrderEvents;
import dev.springtide.order.adapter.persistence.CorrectionRows;
import dev.springtide.order.adapter.persistence.JdbcOverdueOrders;
import dev.springtide.order.adapter.persistence.JdbcSagaOrders;
import dev.springtide.order.adapter.persistence.JdbcUnansweredOrders;
import dev.springtide.order.adapter.persistence.RefundRows;
import dev.springtide.order.adapter.persistence.SagaUpdate;
import dev.springtide.order.adapter.persistence.ShipmentRows;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.RelaySignal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real saga on a real database of its own, without a server around it. */
public final class SagaBench implements AutoCloseable {

    public static final long TOTAL_MINOR = 3_000;
    private static final Duration PAYMENT_DEADLINE = Duration.ofMinutes(20);
    private static final Repeats REPEATS =
            new Repeats(Duration.ofMinutes(2), Duration.ofMinutes(7), 3);

    private final HikariDataSource pool;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final UuidV7 ids = new UuidV7(Clock.systemUTC());
    private final JdbcSagaOrders orders;
    private final RefundRows refunds;
    private final ShipmentRows shipments;
    private final OrderSaga saga;
    private final DeadlineSweeper sweeper;
    private final JdbcOverdueOrders overdue;
    private final RepeatSweeper repeater;

    public SagaBench(String name) {
        pool = pool(migrated(Infrastructure.freshDatabase(name)));
        jdbc = new JdbcTemplate(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        Clock clock = Clock.systemUTC();
        refunds = new RefundRows(jdbc, REPEATS, clock);
        Allowances allowances = new Allowances(PAYMENT_DEADLINE, Duration.ofMinutes(10));
        shipments = new ShipmentRows(JdbcClient.create(jdbc));
        orders =
                new JdbcSagaOrders(
                        jdbc,
                        refunds,
                        shipments,
                        new CorrectionRows(JdbcClient.create(jdbc)),
                        new SagaUpdate(allowances, REPEATS, clock));
        OutboxOrderEvents events = new OutboxOrderEvents(new Outbox(jdbc, new RelaySignal()), ids);
        saga = new OrderSaga(orders, events, ids -> {}, steps -> {}, transactions);
        overdue = new JdbcOverdueOrders(jdbc);
        sweeper = new DeadlineSweeper(overdue, saga, transactions, 500);
        repeater = new RepeatSweeper(new JdbcUnansweredOrders(jdbc), saga, transactions, 500);
    }

    private static Database migrated(Database database) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/common", "classpath:db/migration")
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        Stream.of("orders", "order_line", "order_timeline", "shipment", "outbox")
                .forEach(table ->
                        jdbc.execute(
                                "CREATE TABLE %s_all PARTITION OF %s DEFAULT"
                                        .formatted(table, table)));
        return database;
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public JdbcSagaOrders orders() {
        return orders;
    }

    public RefundRows refunds() {
        return refunds;
    }

    public ShipmentRows shipments() {
        return shipments;
    }

    public OrderSaga saga() {
        return saga;
    }

    public DeadlineSweeper sweeper() {
        return sweeper;
    }

    public JdbcOverdueOrders overdue() {
        return overdue;
    }

    public RepeatSweeper repeater() {
        return repeater;
    }

    public UuidV7 ids() {
        return ids;
    }

    /**
     * New orders as intake leaves them, with half an hour for the stock: two of TEA and one of CUP,
     * 30.00 EUR together.
     */
    public List<OrderId> place(int count) {
        List<UUID> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placed.add(ids.next());
        }
        jdbc.update(
                """
                INSERT INTO orders (id, customer_id, status, payment_status, fulfillment_status, currency,
                                    total_minor, shipping_address, payment_token, deadline, repeat_at, traceparent, version,
                                    created_at, updated_at)
                SELECT id, 'alice', 'PENDING', 'NONE', 'UNFULFILLED', 'EUR', ?, '{}', 'encrypted',
                       now() + interval '30 minutes', now() + interval '2 minutes', ?, 1, now(), now()
                  FROM unnest(?::uuid[]) AS id
                """,
                TOTAL_MINOR,
                "00-%s-00f067aa0ba902b7-01".formatted("0af7651916cd43dd8448eb211c80319c"),
                placed.toArray(UUID[]::new));
        jdbc.update(
                """
                INSERT INTO order_line (order_id, line_no, sku, name, quantity, unit_price_minor, line_total_minor)
                SELECT id, line_no, sku, sku, quantity, 1000, quantity * 1000
                  FROM unnest(?::uuid[]) AS id, (VALUES (1, 'TEA', 2), (2, 'CUP', 1)) AS l(line_no, sku, quantity)
                """,
                (Object) placed.toArray(UUID[]::new));
        jdbc.update(
                """
                INSERT INTO order_timeline (order_id, version, at, from_status, to_status, trigger, cause)
                SELECT id, 1, created_at, NULL, status, 'PLACED', 'customer' FROM orders WHERE id = ANY (?)
                """,
                (Object) placed.toArray(UUID[]::new));
        return placed.stream().map(OrderId::new).toList();
    }

    /** One input for one order, through the batch method. */
    public Decision apply(OrderId id, OrderInput input) {
        return apply(List.of(new OrderCommand(id, input, "test", null))).getFirst();
    }

    /** One transaction. */
    public List<Decision> apply(List<OrderCommand> commands) {
        return Objects.requireNonNull(transactions.execute(status -> saga.apply(commands)));
    }

    /** Lets the running deadline of these orders pass. */
    public void passDeadline(Collection<OrderId> late) {
        jdbc.update(
                "UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ANY (?) AND deadline IS NOT NULL",
                (Object) late.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    /** Lets the time come when these orders, and their refunds, ask again. */
    public void passWait(Collection<OrderId> unanswered) {
        Object ids = unanswered.stream().map(OrderId::value).toArray(UUID[]::new);
        jdbc.update(
                "UPDATE orders SET repeat_at = now() - interval '1 second' WHERE id = ANY (?) AND repeat_at IS NOT NULL",
                ids);
        jdbc.update(
                "UPDATE refund SET repeat_at = now() - interval '1 second' WHERE order_id = ANY (?) AND repeat_at IS NOT NULL",
                ids);
    }

    /** An event in the outbox. */
    public record Emitted(
            long seq, OrderId orderId, DomainEvent event, @Nullable String traceparent) {}

    /** What was written to the outbox behind this place, in order. */
    public List<Emitted> emittedAfter(long seq) {
        return jdbc.query(
                "SELECT seq, type, aggregate_id, traceparent, payload FROM outbox WHERE seq > ? ORDER BY seq",
                (row, n) ->
                        new Emitted(
                                row.getLong("seq"),
                                new OrderId(UUID.fromString(row.getString("aggregate_id"))),
                                ContractJson.mapper()
                                        .readValue(
                                                row.getBytes("payload"),
                                                EventTypes.named(row.getString("type"))
                                                        .orElseThrow()
                                                        .record()),
                                row.getString("traceparent")),
                seq);
    }

    /** A column of one order. */
    public String column(OrderId id, String name) {
        return String.valueOf(
                jdbc.queryForMap("SELECT * FROM orders WHERE id = ?", id.value()).get(name));
    }

    @Override
    public void close() {
        pool.close();
    }
}
