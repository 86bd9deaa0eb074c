package dev.springtide.order.application.intake;

import dev.springtide.id.UuidV7;
import dev.springtide.money.Money;
import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.Quantity;
import dev.springtide.order.domain.ShippingAddress;
import dev.springtide.order.domain.Sku;
import dev.springtide.token.PaymentTokenCipher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Intake over an in-memory ledger and order book. {@code poison} breaks any batch it is part of,
 * {@code outage} looks like a lost connection.
 */
final class IntakeFixture {

    static final Duration STOCK_DEADLINE = Duration.ofMinutes(30);
    static final Instant DEADLINE = Instant.parse("2026-11-27T12:30:00Z");
    private static final String TOKEN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    final Map<LedgerKey, Claim.Used> used = new ConcurrentHashMap<>();
    final List<List<LedgerKey>> batches = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger conflicts = new AtomicInteger();

    /** Batches pass while it has permits. */
    final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final OrderMetrics metrics = new OrderMetrics(registry);

    /** The failure that the fixture's outages show as. */
    static final class OutageException extends RuntimeException {}

    IntakeBatch batch() {
        return new IntakeBatch(
                new InMemoryLedger(),
                skus -> Map.of(new Sku("BOARD"), price("BOARD", "12.50")),
                this::insert,
                orders -> {},
                new PaymentTokenCipher(TOKEN_KEY),
                new UuidV7(Clock.systemUTC()),
                STOCK_DEADLINE);
    }

    IntakeWriter writer() {
        return new IntakeWriter(batch(), OutageException.class::isInstance, metrics);
    }

    private Instant insert(List<NewOrder> orders, Duration stockDeadline) {
        List<String> customers = orders.stream().map(o -> o.order().customerId()).toList();
        if (customers.contains("outage")) {
            throw new OutageException();
        }
        if (customers.contains("poison")) {
            throw new IllegalStateException("a constraint is violated");
        }
        return DEADLINE;
    }

    static PlaceOrder command(String customer, String key) {
        return command(customer, key, Map.of("BOARD", 1));
    }

    static PlaceOrder command(String customer, String key, Map<String, Integer> quantities) {
        SequencedMap<Sku, Quantity> lines = new java.util.LinkedHashMap<>();
        new TreeMap<>(quantities).forEach((sku, n) -> lines.put(new Sku(sku), new Quantity(n)));
        return new PlaceOrder(
                new LedgerKey(customer, "place-order", key),
                new Fingerprint(key),
                lines,
                Currency.getInstance("EUR"),
                "tok_visa",
                new ShippingAddress("Ada", "1 Sea Road", null, "Brest", "29200", "FR"),
                null,
                null);
    }

    static ProductPrice price(String sku, String amount) {
        return new ProductPrice(new Sku(sku), "Product " + sku, Money.of(amount, "EUR"));
    }

    /** Without transactions: what is stored before a failure stays; the tests keep that in mind. */
    private final class InMemoryLedger implements Ledger {

        @Override
        public List<Claim> claim(List<LedgerKey> keys) {
            gate.acquireUninterruptibly();
            batches.add(keys);
            return keys.stream()
                    .<Claim>map(key -> {
                        Claim.Used known = used.get(key);
                        return known == null ? new Claim.Fresh() : known;
                    })
                    .toList();
        }

        @Override
        public void record(List<LedgerEntry> entries) {
            if (conflicts.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                entries.forEach(
                        e -> used.put(e.key(), new Claim.Used(e.fingerprint(), e.resourceId())));
                throw new LedgerConflictException();
            }
        }
    }
}
