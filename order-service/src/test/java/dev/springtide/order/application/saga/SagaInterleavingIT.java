package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.money.Money;
import dev.springtide.order.application.saga.Interleavings.Step;
import dev.springtide.order.application.saga.Participants.Fate;
import dev.springtide.order.application.saga.Participants.Stock;
import dev.springtide.order.application.saga.SagaBench.Emitted;
import dev.springtide.order.domain.IllegalOrderTransitionException;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every interleaving of the events of an order, with duplicates, through the real batch method on a
 * real database. The seed decides about duplicates and batches; another one is given by {@code
 * -Dspringtide.seed}.
 */
class SagaInterleavingIT {

    private static final long SEED = Long.getLong("springtide.seed", 20_261_121L);
    private static final int BATCH = 500;
    private static final int DUPLICATES_PERCENT = 30;

    private final Random random = new Random(SEED);

    @ParameterizedTest(name = "in stock {0}, funds {1}, doubt {2}, {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  true,  false, -",
                "true,  true,  false, CANCEL",
                "true,  true,  false, DEADLINE",
                "true,  true,  false, CANCEL DEADLINE",
                "true,  true,  false, CANCEL REFUND",
                "true,  false, false, CANCEL DEADLINE",
                "true,  true,  true,  CANCEL",
                "true,  true,  true,  DEADLINE",
                "true,  true,  true,  CANCEL REFUND",
                "true,  false, true,  CANCEL",
                "true,  false, true,  DEADLINE",
                "false, true,  false, CANCEL DEADLINE",
                "true,  true,  false, LOSE REPEAT",
                "true,  true,  false, LOSE CANCEL",
                "true,  true,  false, LOSE DEADLINE",
                "true,  true,  false, LOSE REFUND",
                "true,  false, false, LOSE REPEAT",
                "true,  true,  true,  LOSE",
                "false, true,  false, LOSE REPEAT",
            })
    void endsConsistentlyWhateverTheOrderOfEvents(
            boolean inStock, boolean funds, boolean doubt, @Nullable String happenings) {
        Fate fate = new Fate(inStock, funds, doubt);
        List<List<Step>> permutations = Interleavings.of(steps(fate, happenings));
        try (SagaBench bench = new SagaBench("interleaving")) {
            List<OrderId> ids = bench.place(permutations.size());
            Map<OrderId, Story> stories = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                stories.put(ids.get(i), new Story(ids.get(i), fate, permutations.get(i)));
            }
            run(bench, stories);
            redeliverEverything(bench, stories);
            new HistoryAudit(bench.jdbc()).check();
            check(bench, stories);
        }
    }

    private static Step[] steps(Fate fate, @Nullable String happenings) {
        List<Step> steps = new ArrayList<>(List.of(Step.INVENTORY, Step.INVENTORY));
        steps.addAll(List.of(Step.PAYMENT, Step.PAYMENT, Step.CHARGE));
        if (fate.doubt()) {
            steps.addAll(List.of(Step.PAYMENT, Step.RESOLVE));
        }
        if (happenings != null) {
            for (String step : happenings.split(" ", -1)) {
                steps.add(Step.valueOf(step));
            }
        }
        return steps.toArray(Step[]::new);
    }

    private void run(SagaBench bench, Map<OrderId, Story> stories) {
        long seq = 0;
        boolean moving = true;
        while (moving) {
            Map<Step, List<Story>> round = new HashMap<>();
            for (Story story : stories.values()) {
                story.next()
                        .ifPresent(step ->
                                round.computeIfAbsent(step, s -> new ArrayList<>()).add(story));
            }
            moving = !round.isEmpty();
            carryOut(bench, round);
            redeliverSome(bench, stories);
            for (Emitted emitted : bench.emittedAfter(seq)) {
                Optional.ofNullable(stories.get(emitted.orderId()))
                        .orElseThrow()
                        .participants()
                        .take(emitted.event());
                seq = emitted.seq();
            }
        }
    }

    private void carryOut(SagaBench bench, Map<Step, List<Story>> round) {
        List<OrderCommand> commands = new ArrayList<>();
        round.forEach((step, stories) -> {
            switch (step) {
                case INVENTORY, PAYMENT ->
                        stories.forEach(s -> commands.add(command(s, s.deliver(step))));
                case CHARGE -> stories.forEach(s -> s.participants().charge());
                case RESOLVE -> stories.forEach(s -> s.participants().resolve());
                case CANCEL -> commands.addAll(cancellations(bench, stories));
                case REFUND -> commands.addAll(refunds(bench, stories));
                case DEADLINE -> bench.passDeadline(ids(stories));
                case LOSE -> stories.forEach(Story::lose);
                case REPEAT -> {
                    bench.passWait(ids(stories));
                    stories.forEach(Story::asksAgain);
                }
            }
        });
        apply(bench, commands);
        bench.sweeper().sweep();
        while (bench.repeater().sweep() > 0) {}
    }

    /** A rejected order refuses; all others take the request. */
    private List<OrderCommand> cancellations(SagaBench bench, List<Story> stories) {
        CancellationRequested cancel = new CancellationRequested(null);
        Map<OrderId, String> statuses = statuses(bench);
        List<Story> tooLate =
                stories.stream().filter(s -> is(statuses, s, "REJECTED")).limit(3).toList();
        for (Story story : tooLate) {
            assertThatExceptionOfType(IllegalOrderTransitionException.class)
                    .isThrownBy(() -> bench.apply(story.orderId(), cancel));
        }
        return stories.stream()
                .filter(story -> !is(statuses, story, "REJECTED"))
                .map(story -> command(story, cancel))
                .toList();
    }

    private List<OrderCommand> refunds(SagaBench bench, List<Story> stories) {
        Map<OrderId, String> statuses = statuses(bench);
        return stories.stream()
                .filter(story -> is(statuses, story, "CONFIRMED"))
                .map(story ->
                        command(
                                story,
                                new RefundRequested(
                                        UUID.randomUUID(), Money.of("10.00", "EUR"), "damaged")))
                .toList();
    }

    private void redeliverSome(SagaBench bench, Map<OrderId, Story> stories) {
        List<OrderCommand> duplicates = new ArrayList<>();
        for (Story story : stories.values()) {
            List<OrderInput> known = story.delivered();
            if (!known.isEmpty() && random.nextInt(100) < DUPLICATES_PERCENT) {
                duplicates.add(command(story, known.get(random.nextInt(known.size()))));
            }
        }
        apply(bench, duplicates);
    }

    private void redeliverEverything(SagaBench bench, Map<OrderId, Story> stories) {
        int longest = stories.values().stream().mapToInt(s -> s.delivered().size()).max().orElse(0);
        stories.values().forEach(story -> Collections.shuffle(story.delivered(), random));
        for (int i = 0; i < longest; i++) {
            int nth = i;
            apply(
                    bench,
                    stories.values().stream()
                            .filter(story -> nth < story.delivered().size())
                            .map(story -> command(story, story.delivered().get(nth)))
                            .toList());
        }
    }

    private void apply(SagaBench bench, List<OrderCommand> commands) {
        List<OrderCommand> shuffled = new ArrayList<>(commands);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += BATCH) {
            bench.apply(shuffled.subList(from, Math.min(shuffled.size(), from + BATCH)));
        }
    }

    private static void check(SagaBench bench, Map<OrderId, Story> stories) {
        bench.jdbc()
                .query(
                        """
                        SELECT id, status, payment_status, captured_minor, refunded_minor, reason FROM orders
                        """,
                        row -> {
                            OrderId id = new OrderId(row.getObject("id", UUID.class));
                            Participants world =
                                    Objects.requireNonNull(stories.get(id)).participants();
                            String order =
                                    "%s %s %s %s %s"
                                            .formatted(
                                                    id,
                                                    row.getString("status"),
                                                    row.getString("reason"),
                                                    row.getString("payment_status"),
                                                    world);
                            String status = row.getString("status");
                            assertThat(status).as(order).isIn("CONFIRMED", "REJECTED", "CANCELLED");
                            assertThat(world.stock() == Stock.SOLD)
                                    .as("sold ⇔ confirmed: " + order)
                                    .isEqualTo(status.equals("CONFIRMED"));
                            assertThat(world.stock()).as(order).isNotEqualTo(Stock.RESERVED);
                            assertThat(row.getLong("captured_minor"))
                                    .as("captured as the provider has it: " + order)
                                    .isEqualTo(world.captured().minor());
                            assertThat(row.getLong("refunded_minor"))
                                    .as("refunded as the provider has it: " + order)
                                    .isEqualTo(world.refunded().minor());
                            assertThat(row.getString("payment_status"))
                                    .as(order)
                                    .isIn(paymentStatuses(status, row.getString("reason")));
                            if (!status.equals("CONFIRMED")) {
                                assertThat(world.captured())
                                        .as("nothing kept: " + order)
                                        .isEqualTo(world.refunded());
                            }
                        });
    }

    private static List<String> paymentStatuses(String status, @Nullable String reason) {
        if (status.equals("CONFIRMED")) {
            return List.of("CAPTURED", "PARTIALLY_REFUNDED");
        }
        return "OUT_OF_STOCK".equals(reason)
                ? List.of("NONE")
                : List.of("VOIDED", "DECLINED", "REFUNDED");
    }

    private static Map<OrderId, String> statuses(SagaBench bench) {
        Map<OrderId, String> statuses = new HashMap<>();
        bench.jdbc()
                .query(
                        "SELECT id, status FROM orders",
                        row -> {
                            statuses.put(
                                    new OrderId(row.getObject("id", UUID.class)),
                                    row.getString("status"));
                        });
        return statuses;
    }

    private static boolean is(Map<OrderId, String> statuses, Story story, String status) {
        return status.equals(statuses.get(story.orderId()));
    }

    private static List<OrderId> ids(List<Story> stories) {
        return stories.stream().map(Story::orderId).toList();
    }

    private static OrderCommand command(Story story, OrderInput input) {
        return new OrderCommand(story.orderId(), input, "test", null);
    }
}
