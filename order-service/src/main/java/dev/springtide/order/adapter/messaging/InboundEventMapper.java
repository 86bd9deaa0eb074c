package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.inventory.v1.InventoryEvent;
import dev.springtide.contract.inventory.v1.StockRejected;
import dev.springtide.contract.inventory.v1.StockReleased;
import dev.springtide.contract.inventory.v1.StockReserved;
import dev.springtide.contract.payment.v1.PaymentCaptured;
import dev.springtide.contract.payment.v1.PaymentClosed;
import dev.springtide.contract.payment.v1.PaymentDeclined;
import dev.springtide.contract.payment.v1.PaymentEvent;
import dev.springtide.contract.payment.v1.PaymentInDoubt;
import dev.springtide.contract.payment.v1.RefundFailed;
import dev.springtide.contract.payment.v1.RefundSucceeded;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.order.application.saga.OrderCommand;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.PaymentOutcome;
import java.util.List;
import java.util.UUID;

/** Reads the events of the other services as commands of this one. */
final class InboundEventMapper {

    private InboundEventMapper() {}

    static List<OrderCommand> commands(List<InboundEvent<?>> wave) {
        return wave.stream().map(InboundEventMapper::command).toList();
    }

    /** The history names the event as the cause, and what follows belongs to its trace. */
    private static OrderCommand command(InboundEvent<?> inbound) {
        return new OrderCommand(
                new OrderId(UUID.fromString(inbound.aggregateId())),
                input((DomainEvent) inbound.event()),
                inbound.id().toString(),
                inbound.traceparent());
    }

    private static OrderInput input(DomainEvent event) {
        return switch (event) {
            case InventoryEvent inventory -> input(inventory);
            case PaymentEvent payment -> input(payment);
            default -> throw new IllegalArgumentException("an event of another owner");
        };
    }

    private static OrderInput input(InventoryEvent event) {
        return switch (event) {
            case StockReserved _ -> new OrderInput.StockReserved();
            case StockRejected _ -> new OrderInput.StockRejected();
            case StockReleased _ -> new OrderInput.StockReleased();
        };
    }

    private static OrderInput input(PaymentEvent event) {
        return switch (event) {
            case PaymentCaptured captured -> new OrderInput.PaymentCaptured(captured.amount());
            case PaymentDeclined _ -> new OrderInput.PaymentDeclined();
            case PaymentInDoubt _ -> new OrderInput.PaymentInDoubt();
            case PaymentClosed closed ->
                    new OrderInput.PaymentClosed(
                            PaymentOutcome.valueOf(closed.outcome()), closed.refunded());
            case RefundSucceeded refunded -> new OrderInput.RefundSucceeded(refunded.refundId());
            case RefundFailed failed ->
                    new OrderInput.RefundFailed(failed.refundId(), failed.reason());
        };
    }
}
