package dev.springtide.inventory.application;

import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Allocation;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Reservation;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.StockDecision;
import dev.springtide.inventory.domain.TransitionResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves, sells and releases for a wave of orders in one transaction.
 *
 * <p>The order of locks is the same for every wave, whatever it holds: all stock rows by SKU, then
 * the reservations by order id. Reservations are read before that without a lock to learn their
 * SKUs; one that moves in between, or appears, makes the whole wave be decided anew.
 *
 * <p>A request that was decided before moves nothing. When the order asks anew, with a later
 * version, it is told the stored decision again; a record that is only delivered twice is not
 * answered.
 */
@Service
public class SettleStockHandler {

    private final Reservations reservations;
    private final Stocks stocks;
    private final InventoryEvents events;

    public SettleStockHandler(Reservations reservations, Stocks stocks, InventoryEvents events) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.events = events;
    }

    /**
     * Decides in the given order.
     *
     * @param wave at most one command for each order
     */
    @Transactional
    public WaveOutcome handle(List<StockCommand> wave) {
        Set<UUID> orderIds =
                wave.stream().map(StockCommand::orderId).collect(Collectors.toUnmodifiableSet());
        if (orderIds.size() != wave.size()) {
            throw new IllegalArgumentException("a wave holds at most one command for each order");
        }
        Map<UUID, Reservation> known = reservations.find(orderIds);
        Allocation allocation = new Allocation(stocks.lock(skus(wave, known)));
        reservations.lock(known.values());
        List<Reservation> again = new ArrayList<>();
        WaveOutcome outcome = decide(wave, known, allocation, again);
        reservations.store(allocation.moved());
        reservations.answeredAgain(again);
        stocks.change(allocation.changes());
        events.decided(outcome.decisions());
        events.decided(outcome.repeated());
        return outcome;
    }

    private static WaveOutcome decide(
            List<StockCommand> wave,
            Map<UUID, Reservation> known,
            Allocation allocation,
            List<Reservation> again) {
        List<TracedDecision> decisions = new ArrayList<>();
        List<TracedDecision> repeated = new ArrayList<>();
        List<UUID> paidTooLate = new ArrayList<>();
        int sold = 0;
        for (StockCommand command : wave) {
            Reservation stored = current(command, known);
            Reservation current = stored.asked(command.orderVersion());
            Optional<StockDecision> decision = Optional.empty();
            switch (command) {
                case ReserveStock reserve -> decision = allocation.demand(current, reserve.lines());
                case ReleaseStock _ -> decision = allocation.release(current);
                case SellStock _ -> {
                    switch (allocation.pay(current)) {
                        case TransitionResult.Moved _ -> sold++;
                        case TransitionResult.TooLate _ -> paidTooLate.add(command.orderId());
                        case TransitionResult.AlreadyApplied _ -> {}
                    }
                }
            }
            decision.ifPresent(d -> decisions.add(new TracedDecision(d, command.traceparent())));
            if (decision.isEmpty() && current.asked() > stored.asked()) {
                answer(command, current)
                        .ifPresent(told -> {
                            repeated.add(new TracedDecision(told, command.traceparent()));
                            again.add(current);
                        });
            }
        }
        return new WaveOutcome(decisions, repeated, sold, paidTooLate);
    }

    private static Optional<StockDecision> answer(StockCommand command, Reservation stored) {
        return switch (command) {
            case ReserveStock _ -> stored.answerToDemand();
            case ReleaseStock _ -> stored.answerToRelease();
            case SellStock _ -> Optional.empty();
        };
    }

    /** Every SKU whose counters the wave may move. */
    private static Set<Sku> skus(List<StockCommand> wave, Map<UUID, Reservation> known) {
        Set<Sku> skus = new HashSet<>();
        for (StockCommand command : wave) {
            Reservation current = current(command, known);
            List<Line> lines =
                    command instanceof ReserveStock(_, List<Line> asked, _, _)
                                    && !current.isStored()
                            ? asked
                            : current.holdsUnits() ? current.lines() : List.of();
            lines.forEach(line -> skus.add(line.sku()));
        }
        return skus;
    }

    private static Reservation current(StockCommand command, Map<UUID, Reservation> known) {
        return known.getOrDefault(command.orderId(), Reservation.none(command.orderId()));
    }
}
