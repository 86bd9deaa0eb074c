package dev.springtide.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.domain.TransitionResult.AlreadyApplied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the states says what the table says. */
class OrderStatesPageTests {

    private static final Path PAGE = Path.of("..", "docs", "order-states.md");

    @Test
    void drawsExactlyTheMovesOfTheTable() throws IOException {
        assertThat(lines())
                .filteredOn(line -> line.contains("-->") && !line.contains("[*]"))
                .containsExactlyInAnyOrderElementsOf(
                        OrderTransitions.moves().stream()
                                .map(m ->
                                        "    %s --> %s : %s"
                                                .formatted(m.from(), m.to(), m.trigger()))
                                .toList());
    }

    @Test
    void drawsEveryTerminalStatusAsAnEnd() throws IOException {
        assertThat(lines())
                .filteredOn(line -> line.endsWith("--> [*]"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OrderStatus.values())
                                .filter(OrderStatesPageTests::hasNoExit)
                                .map("    %s --> [*]"::formatted)
                                .toList());
    }

    @Test
    void listsTheEventsOfEveryMove() throws IOException {
        assertThat(section("## What goes out with each move"))
                .containsExactlyElementsOf(
                        OrderTransitions.moves().stream()
                                .map(m ->
                                        row(
                                                m.from(),
                                                m.trigger(),
                                                m.to(),
                                                m.reason() == null ? "" : m.reason(),
                                                joined(m.events())))
                                .toList());
    }

    @Test
    void listsWhatIsAlreadyAppliedInEveryStatus() throws IOException {
        assertThat(section("## Duplicates, late outcomes, illegal moves"))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderStatus.values())
                                .map(status -> row(status, joined(alreadyApplied(status))))
                                .toList());
    }

    @Test
    void listsWhatMayBeCorrectedInEveryStatus() throws IOException {
        assertThat(section("## Corrections by hand"))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderStatus.values())
                                .map(status ->
                                        row(
                                                status,
                                                corrected(status, CorrectionAction.CANCEL),
                                                corrected(status, CorrectionAction.RETRY)))
                                .toList());
    }

    @Test
    void listsWhatEveryStatusAsksForAgain() throws IOException {
        assertThat(section("## Asking again"))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderStatus.values())
                                .map(OrderStatesPageTests::repeats)
                                .toList());
    }

    private static String repeats(OrderStatus status) {
        OrderState order =
                status == OrderStatus.RESERVED
                        ? OrderFixtures.reserved()
                        : OrderFixtures.in(status);
        Decision decision =
                OrderDecisions.decide(
                        OrderFixtures.unanswered(order), new OrderInput.AnswerOverdue());
        return decision.changed()
                ? row(status, joined(decision.events()), decision.trigger())
                : row(status, "", "");
    }

    /** The move's trigger, or the events that go out again; empty when it is refused. */
    private static String corrected(OrderStatus status, CorrectionAction action) {
        OrderState order =
                status == OrderStatus.RESERVED
                        ? OrderFixtures.reserved()
                        : OrderFixtures.in(status);
        Correction correction = new Correction(new UUID(0, 0), action, "olga", "why");
        try {
            Decision decision =
                    OrderDecisions.decide(
                            order, new OrderInput.CorrectionRequested(correction, order.version()));
            return decision.moved()
                    ? decision.trigger()
                    : joined(decision.events().subList(0, decision.events().size() - 1));
        } catch (CorrectionRefusedException e) {
            return "";
        }
    }

    private static List<OrderTrigger> alreadyApplied(OrderStatus status) {
        return Arrays.stream(OrderTrigger.values())
                .filter(trigger -> isAlreadyApplied(status, trigger))
                .toList();
    }

    private static boolean isAlreadyApplied(OrderStatus status, OrderTrigger trigger) {
        try {
            return OrderTransitions.apply(new OrderId(new UUID(0, 0)), status, trigger)
                    instanceof AlreadyApplied;
        } catch (IllegalOrderTransitionException e) {
            return false;
        }
    }

    private static boolean hasNoExit(OrderStatus status) {
        return OrderTransitions.moves().stream().noneMatch(moved -> moved.from() == status);
    }

    private static String joined(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.toString().isEmpty() ? "" : " " + cell)
                .collect(Collectors.joining(" |", "|", " |"));
    }

    /** The rows of the first table under a heading, without its two head lines. */
    private static List<String> section(String heading) throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(PAGE);
    }
}
