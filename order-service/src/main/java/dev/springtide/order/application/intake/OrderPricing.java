package dev.springtide.order.application.intake;

import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderLine;
import dev.springtide.order.domain.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes an order of a request at the prices of the catalogue, or says why not. The checks have a
 * binding sequence: products, currency, total, expected total.
 */
final class OrderPricing {

    private OrderPricing() {}

    static IntakeOutcome price(
            PlaceOrder command, OrderId id, Instant createdAt, Map<Sku, ProductPrice> prices) {
        List<Sku> unknown =
                command.quantities().sequencedKeySet().stream()
                        .filter(sku -> !prices.containsKey(sku))
                        .toList();
        if (!unknown.isEmpty()) {
            return new Refusal.UnknownProducts(unknown);
        }
        List<OrderLine> lines = new ArrayList<>(command.quantities().size());
        List<Sku> foreign = new ArrayList<>();
        command.quantities()
                .forEach((sku, quantity) -> {
                    ProductPrice product = prices.get(sku);
                    if (product == null || !product.price().currency().equals(command.currency())) {
                        foreign.add(sku);
                    } else {
                        lines.add(new OrderLine(sku, product.name(), quantity, product.price()));
                    }
                });
        if (!foreign.isEmpty()) {
            return new Refusal.OtherCurrency(command.currency(), List.copyOf(foreign));
        }
        return total(command, id, createdAt, lines);
    }

    private static IntakeOutcome total(
            PlaceOrder command, OrderId id, Instant createdAt, List<OrderLine> lines) {
        Order order;
        try {
            order =
                    Order.place(
                            id, command.customerId(), lines, command.shippingAddress(), createdAt);
        } catch (ArithmeticException e) {
            return new Refusal.TotalTooLarge();
        }
        if (command.expectedTotal() != null && !command.expectedTotal().equals(order.total())) {
            return new Refusal.PriceChanged(order.total());
        }
        return new IntakeOutcome.Placed(order);
    }
}
