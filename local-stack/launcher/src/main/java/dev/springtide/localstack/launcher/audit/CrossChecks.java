package dev.springtide.localstack.launcher.audit;

import dev.springtide.localstack.launcher.audit.Records.Order;
import dev.springtide.localstack.launcher.audit.Records.Payment;
import dev.springtide.localstack.launcher.audit.Records.Reservation;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Orders against reservations, payments and the provider's money; and against what clients were
 * told.
 */
final class CrossChecks {

    private final AuditOptions options;
    private final Map<UUID, Order> orders;

    CrossChecks(AuditOptions options, Map<UUID, Order> orders) {
        this.options = options;
        this.orders = orders;
    }

    Finding acknowledged() {
        BreachList found = new BreachList("acknowledged orders exist");
        for (UUID id : options.acknowledged()) {
            found.unless(
                    orders.containsKey(id), id, "a client was told of it, but it does not exist");
        }
        return found.finding(options.acknowledged().size());
    }

    /** A sale is SOLD, an undone order holds nothing, and both name the same lines. */
    Finding reservations(Map<UUID, Reservation> reservations) {
        BreachList found = new BreachList("orders and reservations agree");
        orders.forEach((id, order) -> {
            Reservation held = reservations.get(id);
            String status = held == null ? "NONE" : held.status();
            found.unless(
                    allowed(order).contains(status),
                    id,
                    "order " + order.status() + " " + order.reason() + ", reservation " + status);
            found.unless(
                    !status.equals("SOLD") || held == null || held.lines() == order.lines(),
                    id,
                    "sold other lines than ordered");
        });
        reservations.keySet().stream()
                .filter(id -> !orders.containsKey(id))
                .forEach(id -> found.add(id, "a reservation without an order"));
        return found.finding(orders.size());
    }

    /** The same money on both sides. */
    Finding payments(Map<UUID, Payment> payments) {
        BreachList found = new BreachList("orders and payments agree");
        orders.forEach((id, order) -> {
            Payment payment = payments.get(id);
            if (payment == null) {
                found.unless(
                        order.captured() == 0 && !order.isSale(), id, "paid without a payment");
            } else if (!payment.due() || options.settled()) {
                found.unless(
                        order.captured() == payment.captured()
                                && order.refunded() == payment.refunded(),
                        id,
                        "order "
                                + money(order.captured(), order.refunded())
                                + ", payment "
                                + money(payment.captured(), payment.refunded()));
            }
            found.unless(
                    !order.isSale() || order.captured() == order.total(),
                    id,
                    order.status() + " without the whole total captured");
        });
        payments.keySet().stream()
                .filter(id -> !orders.containsKey(id))
                .forEach(id -> found.add(id, "a payment without an order"));
        return found.finding(payments.size());
    }

    /**
     * At most one charge per order; the provider holds what the payment says, and nothing of an
     * undone order.
     */
    Finding ledger(Map<UUID, Payment> payments, LedgerAccounts ledger) {
        BreachList found = new BreachList("payments and the provider's ledger agree");
        orders.forEach((id, order) -> {
            LedgerAccounts.Account account = ledger.of(id.toString());
            Payment payment = payments.get(id);
            found.unless(account.charges() <= 1, id, account.charges() + " captures");
            boolean due = payment != null && payment.due() && !options.settled();
            long net = payment == null ? 0 : payment.captured() - payment.refunded();
            found.unless(
                    due || account.net() == net,
                    id,
                    "provider holds " + account.net() + ", payment says " + net);
            found.unless(
                    due || !order.isUndone() || account.net() == 0,
                    id,
                    order.status() + " but the provider holds " + account.net());
        });
        ledger.accounts().keySet().stream()
                .filter(order -> !orders.containsKey(idOrNone(order)))
                .forEach(order -> found.add(order, "the provider charged for an unknown order"));
        return found.finding(ledger.entries());
    }

    private Set<String> allowed(Order order) {
        if (order.isSale()) {
            return Set.of("SOLD");
        }
        if (order.isUndone()) {
            return order.reason().equals("OUT_OF_STOCK")
                    ? Set.of("REJECTED")
                    : Set.of("RELEASED", "REJECTED");
        }
        return Set.of("NONE", "RESERVED", "REJECTED", "RELEASED", "SOLD");
    }

    private static String money(long captured, long refunded) {
        return captured + " captured and " + refunded + " refunded";
    }

    private static UUID idOrNone(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return new UUID(0, 0);
        }
    }
}
