package dev.springtide.inventory.domain;

import dev.springtide.inventory.domain.StockDecision.Rejected;
import dev.springtide.inventory.domain.StockDecision.Released;
import dev.springtide.inventory.domain.StockDecision.Reserved;
import dev.springtide.inventory.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a wave of triggers in the order of their arrival: first come first served, all or nothing
 * per order. It works on stock rows that its caller has locked; a SKU without a row has no units.
 * Units that an earlier trigger of the wave gives back may be promised by a later one. Not safe for
 * concurrent use.
 */
public final class Allocation {

    private final Map<Sku, Stock> before = new HashMap<>();
    private final Map<Sku, Stock> after = new HashMap<>();
    private final List<Reservation> moved = new ArrayList<>();

    public Allocation(Collection<Stock> locked) {
        locked.forEach(stock -> before.put(stock.sku(), stock));
        after.putAll(before);
    }

    /** Promises every line or none; an order that was decided before keeps its decision. */
    public Optional<StockDecision> demand(Reservation current, List<Line> lines) {
        List<Line> merged = merged(lines);
        List<Sku> missing =
                merged.stream()
                        .filter(line -> !stock(line.sku()).covers(line.quantity()))
                        .map(Line::sku)
                        .toList();
        boolean covered = missing.isEmpty();
        Reservation asking = current.isStored() ? current : current.asking(merged, missing);
        return switch (apply(
                asking,
                covered
                        ? ReservationTrigger.DEMAND_COVERED
                        : ReservationTrigger.DEMAND_NOT_COVERED)) {
            case Moved _ when covered ->
                    Optional.of(new Reserved(current.orderId(), current.version() + 1));
            case Moved _ ->
                    Optional.of(new Rejected(current.orderId(), current.version() + 1, missing));
            case TransitionResult _ -> Optional.empty();
        };
    }

    /** Turns a reservation into a sale. */
    public TransitionResult pay(Reservation current) {
        return apply(current, ReservationTrigger.ORDER_PAID);
    }

    /** Gives back whatever the order holds, and keeps it from ever holding anything. */
    public Optional<StockDecision> release(Reservation current) {
        return apply(current, ReservationTrigger.RELEASE_REQUESTED) instanceof Moved
                ? Optional.of(new Released(current.orderId(), current.version() + 1))
                : Optional.empty();
    }

    /** Reservations as they are to be stored, in the order of arrival. */
    public List<Reservation> moved() {
        return List.copyOf(moved);
    }

    /** The sum of all moves by SKU, without those that cancel out. */
    public List<StockChange> changes() {
        return after.values().stream()
                .filter(stock -> !stock.equals(before.get(stock.sku())))
                .map(stock -> StockChange.between(stock(before, stock.sku()), stock))
                .toList();
    }

    private TransitionResult apply(Reservation current, ReservationTrigger trigger) {
        TransitionResult result =
                ReservationTransitions.apply(current.orderId(), current.status(), trigger);
        if (result instanceof Moved(ReservationStatus to, StockMove units)) {
            moved.add(current.movedTo(to));
            if (units != StockMove.NOTHING) {
                for (Line line : current.lines()) {
                    after.put(line.sku(), units.apply(stock(line.sku()), line.quantity()));
                }
            }
        }
        return result;
    }

    private Stock stock(Sku sku) {
        return stock(after, sku);
    }

    private static Stock stock(Map<Sku, Stock> rows, Sku sku) {
        Stock stock = rows.get(sku);
        return stock == null ? Stock.none(sku) : stock;
    }

    private static List<Line> merged(List<Line> lines) {
        Map<Sku, Integer> quantities = new java.util.LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }
}
