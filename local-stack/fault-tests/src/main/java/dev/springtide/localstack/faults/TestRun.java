package dev.springtide.localstack.faults;

import java.util.List;

/**
 * A guarantee that is shown by tests of a module, run with their full counts.
 *
 * @param name as it is named on the command line
 * @param about what the tests do, and what must hold
 * @param module where they are
 * @param tests the classes, each of which leaves its figures
 * @param others classes that belong to the guarantee and count nothing
 * @param properties of the full count
 * @param bounds what their figures are held against; others are only told
 */
record TestRun(
        String name,
        String about,
        String module,
        List<String> tests,
        List<String> others,
        List<String> properties,
        List<Bound> bounds) {

    /**
     * A figure's limit.
     *
     * @param kind {@code at most} or {@code at least}
     */
    record Bound(String figure, String kind, double limit) {

        static Bound none(String figure) {
            return new Bound(figure, "at most", 0);
        }

        static Bound atMost(String figure, double limit) {
            return new Bound(figure, "at most", limit);
        }

        static Bound atLeast(String figure, double limit) {
            return new Bound(figure, "at least", limit);
        }
    }

    static final List<TestRun> ALL =
            List.of(
                    new TestRun(
                            "key-storms",
                            "64 identical requests at a time under each of 2,000 keys, to two"
                                    + " instances: one order each; an answer lost after the commit",
                            "order-service",
                            List.of("OneOrderPerKeyIT"),
                            List.of("LostCommitIT"),
                            List.of("springtide.test.keys=2000"),
                            List.of(
                                    Bound.atLeast("keys", 2_000),
                                    Bound.none("orders too many or too few"))),
                    new TestRun(
                            "outbox-order",
                            "24 writers, roll-backs, slow transactions here and in another"
                                    + " database: every event once and in order",
                            "common",
                            List.of("OutboxOrderIT"),
                            List.of(),
                            List.of("springtide.test.events=1080000"),
                            List.of(
                                    Bound.atLeast("events", 1_000_000),
                                    Bound.none("lost"),
                                    Bound.none("made up"),
                                    Bound.none("out of order"),
                                    Bound.none("events updated or deleted"),
                                    Bound.atMost("lag p99, ms", 500))),
                    new TestRun(
                            "replay-stock",
                            "inventory-service receives all order events again, three times,"
                                    + " shuffled and doubled: the stock stays",
                            "inventory-service",
                            List.of("ReplayIT"),
                            List.of(),
                            List.of("springtide.full=true"),
                            List.of(
                                    Bound.atLeast("replays", 3),
                                    Bound.none("replays that changed stock or events"))),
                    new TestRun(
                            "replay-orders",
                            "order-service receives all answers again, three times, shuffled and"
                                    + " doubled: no order changes, no charge is asked for again",
                            "order-service",
                            List.of("ConsumerReplayIT"),
                            List.of(),
                            List.of("springtide.full=true"),
                            List.of(
                                    Bound.atLeast("replays", 3),
                                    Bound.none("orders, refunds or timelines changed"),
                                    Bound.none("events and charges asked for again"))),
                    new TestRun(
                            "replay-payments",
                            "payment-service receives all requests again, three times, shuffled"
                                    + " and doubled: no payment changes, nobody is charged",
                            "payment-service",
                            List.of("PaymentReplayIT"),
                            List.of(),
                            List.of("springtide.full=true"),
                            List.of(
                                    Bound.atLeast("replays", 3),
                                    Bound.none("replays that changed payments or events"),
                                    Bound.none("lines more in the provider's books"))),
                    new TestRun(
                            "stopped-listener",
                            "a listener that ends by itself, after a handler that throws an Error:"
                                    + " what it could not apply is parked, the instance is DOWN",
                            "common",
                            List.of("ListenerIT"),
                            List.of("BatchConsumerIT"),
                            List.of(),
                            List.of(Bound.atMost("a stopped listener is DOWN after, s", 10))),
                    new TestRun(
                            "allocation",
                            "50,000 demands on 10,000 units from concurrent consumers, some rolled"
                                    + " back: all sold, none twice",
                            "inventory-service",
                            List.of("AllocationIT"),
                            List.of(),
                            List.of("springtide.full=true"),
                            List.of(
                                    Bound.atLeast("demands", 50_000),
                                    Bound.none("units not sold, or sold twice"),
                                    Bound.atMost("seconds from audit to audit", 1),
                                    Bound.none("audits that did not add up"),
                                    Bound.none("orders with a wrong answer"))),
                    new TestRun(
                            "deadlock",
                            "50,000 orders of four random SKUs while operators adjust them: the"
                                    + " database counts no deadlock",
                            "inventory-service",
                            List.of("DeadlockIT"),
                            List.of(),
                            List.of("springtide.full=true"),
                            List.of(
                                    Bound.atLeast("orders of four SKUs", 50_000),
                                    Bound.none("deadlocks the database counted"))),
                    new TestRun(
                            "doubts",
                            "20,000 payments at a provider that fails in every way: one net"
                                    + " capture for each order, none for a cancelled one",
                            "payment-service",
                            List.of("DoubtsIT"),
                            List.of(),
                            List.of("springtide.doubts.payments=20000"),
                            List.of(
                                    Bound.atLeast("payments", 20_000),
                                    Bound.none("books that differ"),
                                    Bound.none("captured twice"),
                                    Bound.none("captured though cancelled"),
                                    Bound.atMost(
                                            "last doubt settled after the last event, s", 120))));
}
