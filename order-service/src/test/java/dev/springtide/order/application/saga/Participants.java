package dev.springtide.order.application.saga;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.PaymentOutcome;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What inventory, payment and the provider do with one order, as pure state: they keep their
 * contract (sticky compensations, effects once, answers in order and again when asked again), and
 * whatever they say waits in a queue until it is delivered or lost.
 */
final class Participants {

    enum Stock {
        RESERVED,
        REJECTED,
        SOLD,
        RELEASED
    }

    enum Charge {
        NONE,
        DUE,
        IN_DOUBT,
        CAPTURED,
        DECLINED,
        CLOSED
    }

    /** How the world answers. */
    record Fate(boolean inStock, boolean funds, boolean doubt) {}

    private final Fate fate;
    private final Queue<OrderInput> fromInventory = new ArrayDeque<>();
    private final Queue<OrderInput> fromPayment = new ArrayDeque<>();
    private Stock stock;
    private Charge charge = Charge.NONE;
    private boolean cancelRequested;
    private Money amount = Money.zero(Currency.getInstance("EUR"));
    private Money captured = amount;
    private Money refunded = amount;
    private final Set<UUID> refunds = new HashSet<>();
    private @Nullable OrderInput closed;

    Participants(Fate fate) {
        this.fate = fate;
        stock = fate.inStock() ? Stock.RESERVED : Stock.REJECTED;
        fromInventory.add(
                fate.inStock() ? new OrderInput.StockReserved() : new OrderInput.StockRejected());
    }

    Stock stock() {
        return stock;
    }

    Money captured() {
        return captured;
    }

    Money refunded() {
        return refunded;
    }

    Queue<OrderInput> fromInventory() {
        return fromInventory;
    }

    Queue<OrderInput> fromPayment() {
        return fromPayment;
    }

    /** Takes an event of the order from the outbox. */
    void take(DomainEvent event) {
        switch (event) {
            // The first one is taken for granted.
            case OrderCreated _ -> {
                if (stock != Stock.RELEASED) {
                    fromInventory.add(
                            stock == Stock.REJECTED
                                    ? new OrderInput.StockRejected()
                                    : new OrderInput.StockReserved());
                }
            }
            case OrderPaid _ -> stock = stock == Stock.RESERVED ? Stock.SOLD : stock;
            case StockReleaseRequested _ -> {
                stock = Stock.RELEASED;
                fromInventory.add(new OrderInput.StockReleased());
            }
            case PaymentRequested requested -> {
                amount = requested.amount();
                switch (charge) {
                    case NONE -> charge = Charge.DUE;
                    case CAPTURED, DECLINED -> answer();
                    case DUE, IN_DOUBT, CLOSED -> {}
                }
            }
            case PaymentCancelRequested _ -> cancel();
            case RefundRequested refund -> {
                if (refunds.add(refund.refundId())) {
                    refunded = refunded.plus(refund.amount());
                }
                fromPayment.add(new OrderInput.RefundSucceeded(refund.refundId()));
            }
            default -> {}
        }
    }

    boolean chargeDue() {
        return charge == Charge.DUE;
    }

    boolean inDoubt() {
        return charge == Charge.IN_DOUBT;
    }

    /** The provider is called; its answer may be lost. */
    void charge() {
        captured = fate.funds() ? amount : captured;
        if (fate.doubt()) {
            charge = Charge.IN_DOUBT;
            fromPayment.add(new OrderInput.PaymentInDoubt());
        } else {
            settle();
        }
    }

    /** The provider is asked again. A cancel that came meanwhile voids what was charged. */
    void resolve() {
        if (cancelRequested) {
            close();
        } else {
            settle();
        }
    }

    private void settle() {
        charge = fate.funds() ? Charge.CAPTURED : Charge.DECLINED;
        answer();
    }

    private void answer() {
        fromPayment.add(
                fate.funds()
                        ? new OrderInput.PaymentCaptured(amount)
                        : new OrderInput.PaymentDeclined());
    }

    private void cancel() {
        if (closed != null) {
            fromPayment.add(closed);
        } else if (charge == Charge.IN_DOUBT) {
            cancelRequested = true;
        } else {
            close();
        }
    }

    private void close() {
        PaymentOutcome outcome =
                captured.minor() == 0
                        ? PaymentOutcome.NEVER_CHARGED
                        : refunded.minor() == 0 ? PaymentOutcome.VOIDED : PaymentOutcome.REFUNDED;
        charge = Charge.CLOSED;
        refunded = captured;
        closed = new OrderInput.PaymentClosed(outcome, captured);
        fromPayment.add(closed);
    }

    @Override
    public String toString() {
        return "%s %s %s captured %s refunded %s"
                .formatted(fate, stock, charge, captured, refunded);
    }
}
