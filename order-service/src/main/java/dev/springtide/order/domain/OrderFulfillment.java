package dev.springtide.order.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much of an order has been shipped.
 *
 * @param lines all lines of the order when the input concerns shipments, otherwise empty
 */
public record OrderFulfillment(FulfillmentStatus status, List<Line> lines) {

    public OrderFulfillment {
        lines = List.copyOf(lines);
    }

    /** One product of the order: never more shipped than ordered. */
    public record Line(Sku sku, int ordered, int shipped) {

        int remaining() {
            return ordered - shipped;
        }
    }

    /** What is known without the lines. */
    public static OrderFulfillment of(FulfillmentStatus status) {
        return new OrderFulfillment(status, List.of());
    }

    /** The same with all lines of the order. */
    public OrderFulfillment withLines(List<Line> all) {
        return new OrderFulfillment(status, all);
    }

    boolean begun() {
        return status != FulfillmentStatus.UNFULFILLED;
    }

    /** Everything that has not been shipped. */
    List<ShippedLine> remainder() {
        return lines.stream()
                .filter(line -> line.remaining() > 0)
                .map(line -> new ShippedLine(line.sku(), line.remaining()))
                .toList();
    }

    /** What may still be shipped of a product; empty when the order does not have it. */
    Optional<Integer> remaining(Sku sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .map(Line::remaining)
                .findFirst();
    }

    /** The same after these lines, which must not be more than remains. */
    OrderFulfillment plus(List<ShippedLine> more) {
        Map<Sku, Integer> quantities =
                more.stream().collect(Collectors.toMap(ShippedLine::sku, ShippedLine::quantity));
        List<Line> after = new ArrayList<>(lines.size());
        for (Line line : lines) {
            int shipped = line.shipped() + quantities.getOrDefault(line.sku(), 0);
            after.add(new Line(line.sku(), line.ordered(), shipped));
        }
        boolean complete = after.stream().allMatch(line -> line.remaining() == 0);
        return new OrderFulfillment(
                complete ? FulfillmentStatus.FULFILLED : FulfillmentStatus.PARTIALLY_FULFILLED,
                after);
    }
}
