package dev.springtide.order.adapter.persistence;

import dev.springtide.money.Money;
import dev.springtide.order.application.saga.LockedOrder;
import dev.springtide.order.domain.FulfillmentStatus;
import dev.springtide.order.domain.OrderFulfillment;
import dev.springtide.order.domain.OrderHeader;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderPayment;
import dev.springtide.order.domain.OrderState;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.PaymentStatus;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RejectionReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code orders} as the lock shows it. */
record LockedOrderRow(
        UUID id, OrderState state, @Nullable String paymentToken, @Nullable String traceparent) {

    static LockedOrderRow of(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Currency currency = Currency.getInstance(row.getString("currency"));
        OrderHeader header =
                new OrderHeader(
                        new OrderId(id),
                        row.getString("customer_id"),
                        new Money(row.getLong("total_minor"), currency),
                        row.getBoolean("overdue"),
                        row.getBoolean("repeat_due"));
        String reason = row.getString("reason");
        OrderState state =
                new OrderState(
                        header,
                        OrderStatus.valueOf(row.getString("status")),
                        reason == null ? null : RejectionReason.valueOf(reason),
                        row.getString("cancel_reason"),
                        payment(row, currency),
                        OrderFulfillment.of(
                                FulfillmentStatus.valueOf(row.getString("fulfillment_status"))),
                        row.getBoolean("stock_settled"),
                        List.of(),
                        row.getLong("version"));
        return new LockedOrderRow(
                id, state, row.getString("payment_token"), row.getString("traceparent"));
    }

    private static OrderPayment payment(ResultSet row, Currency currency) throws SQLException {
        return new OrderPayment(
                PaymentStatus.valueOf(row.getString("payment_status")),
                new Money(row.getLong("captured_minor"), currency),
                new Money(row.getLong("refunded_minor"), currency),
                row.getBoolean("payment_settled"));
    }

    LockedOrder order(List<Refund> refunds, List<OrderFulfillment.Line> lines) {
        return new LockedOrder(state.withParts(refunds, lines), paymentToken, traceparent);
    }
}
