package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.CUP;
import static dev.springtide.order.domain.OrderFixtures.TEA;
import static dev.springtide.order.domain.OrderFixtures.TOTAL;
import static dev.springtide.order.domain.OrderFixtures.after;
import static dev.springtide.order.domain.OrderFixtures.confirmed;
import static dev.springtide.order.domain.OrderFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.ShipmentRequested;
import dev.springtide.order.domain.ShipmentRefusedException.Cause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ShipmentDecisionsTests {

    private static final UUID SHIPMENT = UUID.fromString("0199aa00-0000-7000-8000-00000000000a");

    @Test
    void shipsEverythingAndCompletesTheOrder() {
        Decision decision = OrderDecisions.decide(confirmed(), ship());

        assertThat(decision.trigger()).isEqualTo("FULFILLED");
        assertThat(decision.events())
                .containsExactly(OutboundEvent.ORDER_SHIPPED, OutboundEvent.ORDER_COMPLETED);
        assertThat(decision.after().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(decision.after().fulfillment().status()).isEqualTo(FulfillmentStatus.FULFILLED);
        assertThat(decision.after().version()).isEqualTo(2);
        assertThat(decision.shipment())
                .isEqualTo(
                        new Shipment(
                                SHIPMENT,
                                "Tide Post",
                                "TP-1",
                                List.of(new ShippedLine(TEA, 3), new ShippedLine(CUP, 1))));
    }

    @Test
    void shipsPartByLineAndLeavesTheRest() {
        Decision decision = OrderDecisions.decide(confirmed(), ship(tea(2)));

        assertThat(decision.trigger()).isEqualTo("SHIPPED");
        assertThat(decision.moved()).isFalse();
        assertThat(decision.events()).containsExactly(OutboundEvent.ORDER_SHIPPED);
        assertThat(decision.after().fulfillment().status())
                .isEqualTo(FulfillmentStatus.PARTIALLY_FULFILLED);
        assertThat(decision.after().version()).isEqualTo(2);
        assertThat(OrderDecisions.decide(decision.after(), ship()).shipment())
                .satisfies(rest ->
                        assertThat(rest.lines()).containsExactly(tea(1), new ShippedLine(CUP, 1)));
    }

    @Test
    void leavesOutOfTheRemainderWhatHasAllBeenShipped() {
        OrderState order = after(confirmed(), ship(tea(3)));

        assertThat(OrderDecisions.decide(order, ship()).shipment())
                .satisfies(
                        rest -> assertThat(rest.lines()).containsExactly(new ShippedLine(CUP, 1)));
    }

    @Test
    void completesTheOrderWithItsLastUnitHoweverItWasSplit() {
        OrderState almost = after(confirmed(), ship(tea(1)), ship(new ShippedLine(CUP, 1)));

        assertThat(almost.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(after(almost, ship(tea(2))).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void refusesMoreThanIsLeftOfALine() {
        refuses(confirmed(), ship(tea(4), new ShippedLine(CUP, 1)), Cause.EXCEEDS_ORDERED, TEA);
        refuses(after(confirmed(), ship(tea(2))), ship(tea(2)), Cause.EXCEEDS_ORDERED, TEA);
        refuses(after(confirmed(), ship(tea(3))), ship(tea(1)), Cause.EXCEEDS_ORDERED, TEA);
    }

    @Test
    void refusesAProductThatTheOrderDoesNotHave() {
        Sku other = new Sku("OTHER");

        refuses(confirmed(), ship(tea(9), new ShippedLine(other, 1)), Cause.UNKNOWN_PRODUCT, other);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONFIRMED")
    void refusesAnOrderThatIsNotConfirmed(OrderStatus status) {
        refuses(in(status), ship(), Cause.NOT_ALLOWED);
    }

    @Test
    void refusesToShipTwice() {
        refuses(after(confirmed(), ship()), ship(), Cause.NOT_ALLOWED);
        refuses(after(confirmed(), new CancellationRequested(null)), ship(), Cause.NOT_ALLOWED);
    }

    @Test
    void refusesACancellationAfterThePartialShipment() {
        OrderState shipped = after(confirmed(), ship(tea(1)));

        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> OrderDecisions.decide(shipped, new CancellationRequested(null)));
    }

    @Test
    void leavesRefundsPossible() {
        OrderState completed = after(confirmed(), ship());

        assertThat(after(completed, new RefundRequested(new UUID(0, 1), TOTAL, "broken")).refunds())
                .hasSize(1);
    }

    private static ShippedLine tea(int quantity) {
        return new ShippedLine(TEA, quantity);
    }

    private static ShipmentRequested ship(ShippedLine... lines) {
        return new ShipmentRequested(SHIPMENT, "Tide Post", "TP-1", List.of(lines));
    }

    private static void refuses(OrderState order, OrderInput input, Cause cause, Sku... skus) {
        assertThatExceptionOfType(ShipmentRefusedException.class)
                .isThrownBy(() -> OrderDecisions.decide(order, input))
                .satisfies(e -> {
                    assertThat(e.refusal()).isEqualTo(cause);
                    assertThat(e.status()).isEqualTo(order.status());
                    assertThat(e.skus()).containsExactly(skus);
                });
    }
}
