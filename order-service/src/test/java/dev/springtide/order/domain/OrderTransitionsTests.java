package dev.springtide.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.order.domain.TransitionResult.AlreadyApplied;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTransitionsTests {

    private static final OrderId ID =
            new OrderId(UUID.fromString("0199aa00-0000-7000-8000-000000000001"));

    /**
     * The whole matrix, one row a status, one column a trigger in the order of {@link
     * OrderTrigger}: a status is a move, {@code =} is already applied, {@code x} is illegal.
     */
    private static final Map<OrderStatus, String> MATRIX =
            Map.of(
                    OrderStatus.PENDING,
                    "RESERVED REJECTED x x REJECTED x CANCELLING x x",
                    OrderStatus.RESERVED,
                    "= x CONFIRMED REJECTED = REJECTED CANCELLING x x",
                    OrderStatus.CONFIRMED,
                    "= x = x = = CANCELLING x COMPLETED",
                    OrderStatus.COMPLETED,
                    "= x = x = = x x =",
                    OrderStatus.REJECTED,
                    "= = = = = = x = x",
                    OrderStatus.CANCELLING,
                    "= = = = = = = CANCELLED x",
                    OrderStatus.CANCELLED,
                    "= = = = = = = = x");

    static Stream<Arguments> cells() {
        return Arrays.stream(OrderStatus.values())
                .flatMap(from -> {
                    List<String> row = List.of(MATRIX.getOrDefault(from, "").split(" "));
                    assertThat(row).hasSameSizeAs(OrderTrigger.values());
                    List<OrderTrigger> triggers = List.of(OrderTrigger.values());
                    return triggers.stream()
                            .map(t -> Arguments.of(from, t, row.get(triggers.indexOf(t))));
                });
    }

    @ParameterizedTest(name = "{0} × {1} is {2}")
    @MethodSource("cells")
    void answersEveryCellOfTheMatrix(OrderStatus from, OrderTrigger trigger, String expected) {
        switch (expected) {
            case "x" ->
                    assertThatExceptionOfType(IllegalOrderTransitionException.class)
                            .isThrownBy(() -> OrderTransitions.apply(ID, from, trigger))
                            .satisfies(e -> {
                                assertThat(e.orderId()).isEqualTo(ID);
                                assertThat(e.from()).isEqualTo(from);
                                assertThat(e.trigger()).isEqualTo(trigger);
                            });
            case "=" ->
                    assertThat(OrderTransitions.apply(ID, from, trigger))
                            .isEqualTo(new AlreadyApplied(from, trigger));
            default ->
                    assertThat(OrderTransitions.apply(ID, from, trigger))
                            .isInstanceOfSatisfying(
                                    Moved.class,
                                    moved -> {
                                        assertThat(moved.from()).isEqualTo(from);
                                        assertThat(moved.trigger()).isEqualTo(trigger);
                                        assertThat(moved.to())
                                                .isEqualTo(OrderStatus.valueOf(expected));
                                    });
        }
    }

    @Test
    void reachesEveryStatusFromPending() {
        assertThat(reachableFrom(OrderStatus.PENDING))
                .containsExactlyInAnyOrder(OrderStatus.values());
    }

    @Test
    void hasNoExitFromTerminalStatuses() {
        Set<OrderStatus> withExits =
                OrderTransitions.moves().stream().map(Moved::from).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(withExits)))
                .containsExactlyInAnyOrder(
                        OrderStatus.COMPLETED, OrderStatus.REJECTED, OrderStatus.CANCELLED);
    }

    @Test
    void completesOnlyThroughFulfilled() {
        assertThat(OrderTransitions.moves())
                .filteredOn(moved -> moved.to() == OrderStatus.COMPLETED)
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.from()).isEqualTo(OrderStatus.CONFIRMED);
                    assertThat(moved.trigger()).isEqualTo(OrderTrigger.FULFILLED);
                });
    }

    @Test
    void takesEveryTriggerTwiceWithoutHarm() {
        assertThat(OrderTransitions.moves())
                .allSatisfy(moved ->
                        assertThat(OrderTransitions.apply(ID, moved.to(), moved.trigger()))
                                .isEqualTo(new AlreadyApplied(moved.to(), moved.trigger())));
    }

    @Test
    void asksForBothCompensationsOnEveryWayOffThePaidPath() {
        assertThat(OrderTransitions.moves())
                .filteredOn(moved ->
                        (moved.to() == OrderStatus.REJECTED || moved.to() == OrderStatus.CANCELLING)
                                && moved.reason() != RejectionReason.OUT_OF_STOCK)
                .hasSize(6)
                .allSatisfy(moved ->
                        assertThat(moved.events())
                                .startsWith(
                                        OutboundEvent.STOCK_RELEASE_REQUESTED,
                                        OutboundEvent.PAYMENT_CANCEL_REQUESTED));
    }

    @Test
    void givesEveryRejectionItsReasonAndNothingElseOne() {
        assertThat(OrderTransitions.moves())
                .allSatisfy(moved ->
                        assertThat(moved.reason() != null)
                                .isEqualTo(moved.to() == OrderStatus.REJECTED));
        assertThat(
                        OrderTransitions.moves().stream()
                                .map(Moved::reason)
                                .filter(reason -> reason != null)
                                .collect(
                                        Collectors.groupingBy(
                                                Function.identity(), Collectors.counting())))
                .hasSize(RejectionReason.values().length);
    }

    private static Set<OrderStatus> reachableFrom(OrderStatus start) {
        Set<OrderStatus> seen = EnumSet.of(start);
        Deque<OrderStatus> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            OrderStatus from = open.pop();
            OrderTransitions.moves().stream()
                    .filter(moved -> moved.from() == from)
                    .map(Moved::to)
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return seen;
    }
}
