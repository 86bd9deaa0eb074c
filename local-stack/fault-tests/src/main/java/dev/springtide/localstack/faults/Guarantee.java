package dev.springtide.localstack.faults;

import java.util.List;

/**
 * What the platform promises, and the scenarios that show it.
 *
 * @param number as it stands in {@code docs/guarantees.md}
 * @param promise in a few words
 * @param shownBy names of scenarios and test runs
 */
record Guarantee(int number, String promise, List<String> shownBy) {

    static final List<Guarantee> ALL =
            List.of(
                    of(1, "An acknowledged order survives and ends", "kill-every-process"),
                    of(2, "One order for each key", "one-order-per-key", "key-storms"),
                    of(3, "No event is lost, made up or out of order", "outbox-order"),
                    of(4, "A leader that comes back late does no harm", "frozen-relay-leader"),
                    of(
                            5,
                            "Receiving again changes nothing",
                            "replay-stock",
                            "replay-orders",
                            "replay-payments"),
                    of(
                            6,
                            "A consumer that comes back late has no effect",
                            "zombie-consumer",
                            "frozen-services"),
                    of(7, "A bad record stops only its own order", "poison", "stopped-listener"),
                    of(8, "Nothing is oversold, undersold or leaked", "allocation", "scarce-stock"),
                    of(9, "No deadlock", "deadlock"),
                    of(
                            10,
                            "At most one net capture for each order",
                            "doubts",
                            "provider-misbehaviour"),
                    of(11, "Customers do not notice a provider that is down", "provider-outage"),
                    of(12, "A provider in trouble meets no storm", "provider-always-fails"),
                    of(13, "Redis is optional", "redis-gone"),
                    of(14, "Kafka is optional while orders are taken", "kafka-down"),
                    of(
                            15,
                            "A database that fails does so cleanly",
                            "database-gone",
                            "database-cut"),
                    of(16, "A full disk is safe", "disk-full"),
                    of(17, "Clocks that differ do no harm", "clock-skew"),
                    of(24, "No reader sees an order go back", "legal-history"),
                    of(25, "A deployment is not noticed", "rolling-restart"));

    private static Guarantee of(int number, String promise, String... shownBy) {
        return new Guarantee(number, promise, List.of(shownBy));
    }
}
