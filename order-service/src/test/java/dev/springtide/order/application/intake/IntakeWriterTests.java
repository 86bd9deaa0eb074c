package dev.springtide.order.application.intake;

import static dev.springtide.order.application.intake.IntakeFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeWriterTests {

    private final IntakeFixture fixture = new IntakeFixture();

    @Test
    void answersEachCallerWithItsOwnOrder() {
        List<IntakeTicket> tickets = tickets("alice", "bob");
        fixture.writer().write(tickets);

        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(outcome(ticket))
                                .isInstanceOfSatisfying(
                                        IntakeOutcome.Placed.class,
                                        placed -> {
                                            assertThat(placed.order().customerId())
                                                    .isEqualTo(ticket.command().customerId());
                                            assertThat(placed.order().expiresAt())
                                                    .isEqualTo(IntakeFixture.DEADLINE);
                                        }));
        assertThat(fixture.batches).hasSize(1);
        assertThat(fixture.registry.counter("orders.created").count()).isEqualTo(2);
    }

    @Test
    void findsTheOneThatBreaksItsBatchByHalving() {
        List<String> customers = new ArrayList<>();
        IntStream.range(0, 100).forEach(n -> customers.add(n == 63 ? "poison" : "c" + n));
        List<IntakeTicket> tickets = tickets(customers.toArray(String[]::new));
        fixture.writer().write(tickets);

        assertThat(tickets)
                .allSatisfy(ticket -> {
                    if (ticket.command().customerId().equals("poison")) {
                        assertThat(outcome(ticket)).isEqualTo(new Refusal.Unstorable());
                    } else {
                        assertThat(outcome(ticket)).isInstanceOf(IntakeOutcome.Placed.class);
                    }
                });
        assertThat(fixture.batches).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void answersAnOutageAtOnceWithoutTryingHalves() {
        List<IntakeTicket> tickets = tickets("alice", "outage", "bob");
        fixture.writer().write(tickets);

        assertThat(tickets)
                .allSatisfy(
                        ticket -> assertThat(outcome(ticket)).isEqualTo(new Refusal.Unavailable()));
        assertThat(fixture.batches).hasSize(1);
    }

    @Test
    void decidesAConflictInTheLedgerAnew() {
        fixture.conflicts.set(1);
        List<IntakeTicket> tickets = tickets("alice");
        fixture.writer().write(tickets);

        assertThat(outcome(tickets.getFirst())).isInstanceOf(IntakeOutcome.Replayed.class);
        assertThat(fixture.batches).hasSize(2);
    }

    private static List<IntakeTicket> tickets(String... customers) {
        List<IntakeTicket> tickets = new ArrayList<>();
        for (String customer : customers) {
            tickets.add(new IntakeTicket(command(customer, "key"), () -> {}));
        }
        return tickets;
    }

    private static IntakeOutcome outcome(IntakeTicket ticket) {
        return ticket.await(Duration.ZERO);
    }
}
