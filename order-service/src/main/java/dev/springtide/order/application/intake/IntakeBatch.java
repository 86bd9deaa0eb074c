package dev.springtide.order.application.intake;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.application.catalogue.ProductPrices;
import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.Sku;
import dev.springtide.token.PaymentTokenCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Decides and stores a batch of requests in one durable transaction: all of it or nothing. */
public class IntakeBatch {

    private final Ledger ledger;
    private final ProductPrices prices;
    private final NewOrders orders;
    private final PlacedEvents events;
    private final PaymentTokenCipher cipher;
    private final UuidV7 ids;
    private final Duration stockDeadline;

    public IntakeBatch(
            Ledger ledger,
            ProductPrices prices,
            NewOrders orders,
            PlacedEvents events,
            PaymentTokenCipher cipher,
            UuidV7 ids,
            Duration stockDeadline) {
        this.ledger = ledger;
        this.prices = prices;
        this.orders = orders;
        this.events = events;
        this.cipher = cipher;
        this.ids = ids;
        this.stockDeadline = stockDeadline;
    }

    /**
     * One outcome for each command, in the same order; they hold once this method has returned.
     *
     * @param commands sorted by key, each key once
     */
    @Transactional(transactionManager = "intakeTransactionManager")
    public List<IntakeOutcome> write(List<PlaceOrder> commands) {
        List<Claim> claims = ledger.claim(commands.stream().map(PlaceOrder::key).toList());
        Map<Sku, ProductPrice> known = prices.find(freshSkus(commands, claims));
        List<IntakeOutcome> outcomes = new ArrayList<>(commands.size());
        List<LedgerEntry> entries = new ArrayList<>();
        List<NewOrder> accepted = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            PlaceOrder command = commands.get(i);
            IntakeOutcome outcome = decide(command, claims.get(i), known);
            outcomes.add(outcome);
            if (outcome instanceof IntakeOutcome.Placed(Order order)) {
                UUID id = order.id().value();
                entries.add(new LedgerEntry(command.key(), command.fingerprint(), id));
                accepted.add(
                        new NewOrder(
                                order,
                                cipher.encrypt(command.paymentToken(), id),
                                command.traceparent()));
            }
        }
        return accepted.isEmpty() ? outcomes : withDeadline(outcomes, store(entries, accepted));
    }

    private IntakeOutcome decide(PlaceOrder command, Claim claim, Map<Sku, ProductPrice> known) {
        return switch (claim) {
            case Claim.Busy() -> new Refusal.InFlight();
            case Claim.Used used -> answer(command, used);
            case Claim.Fresh() -> {
                UUID id = ids.next();
                yield OrderPricing.price(command, new OrderId(id), UuidV7.timestamp(id), known);
            }
        };
    }

    static IntakeOutcome answer(PlaceOrder command, Claim.Used used) {
        return used.fingerprint().equals(command.fingerprint())
                ? new IntakeOutcome.Replayed(new OrderId(used.resourceId()))
                : new Refusal.KeyReused();
    }

    private Instant store(List<LedgerEntry> entries, List<NewOrder> accepted) {
        ledger.record(entries);
        Instant deadline = orders.insert(accepted, stockDeadline);
        events.placed(accepted);
        return deadline;
    }

    private static List<IntakeOutcome> withDeadline(
            List<IntakeOutcome> outcomes, Instant deadline) {
        outcomes.replaceAll(outcome ->
                outcome instanceof IntakeOutcome.Placed(Order order)
                        ? new IntakeOutcome.Placed(order.expiringAt(deadline))
                        : outcome);
        return outcomes;
    }

    private static Set<Sku> freshSkus(List<PlaceOrder> commands, List<Claim> claims) {
        Set<Sku> skus = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            if (claims.get(i) instanceof Claim.Fresh) {
                skus.addAll(commands.get(i).quantities().keySet());
            }
        }
        return skus;
    }
}
