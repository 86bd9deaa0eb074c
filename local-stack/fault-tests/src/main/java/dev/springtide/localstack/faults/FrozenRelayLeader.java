package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.Set;

/** The order-service instance that publishes events falls asleep with the lease in its hand. */
final class FrozenRelayLeader implements Scenario {

    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration ASLEEP = Duration.ofSeconds(30);
    private static final Duration BRIEFLY_ASLEEP = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "frozen-relay-leader";
    }

    @Override
    public String about() {
        return "the leading relay SIGSTOPped (30 s after, short 3 s): the other instance takes over within"
                + " 10 s, and the stale one publishes nothing when it wakes up";
    }

    @Override
    public Set<Part> several(boolean brief) {
        return Set.of(Part.ORDER);
    }

    @Override
    public void run(World world) throws Exception {
        RelayLease lease = RelayLease.read(world);
        Instance leader = lease.holder(world.platform());
        world.freeze(leader);
        Duration pause = world.progress().awaitConfirmedAfterNow(PATIENCE);
        world.measured(Figure.atMost("an order confirmed by the other", pause, TAKE_OVER).ofPace());
        RelayLease taken = RelayLease.read(world);
        world.measured(Figure.atLeast("take-overs", taken.epoch() - lease.epoch(), 1));
        world.goOn(ASLEEP, BRIEFLY_ASLEEP);
        world.thaw(leader);
        Duration awake = world.progress().awaitConfirmedAfterNow(PATIENCE);
        world.measured(Figure.told("confirmed after it woke up", awake));
        RelayLease kept = RelayLease.read(world);
        world.measured(
                Figure.atMost("take-overs after it woke up", kept.epoch() - taken.epoch(), 0));
        world.say(Part.ORDER.label() + " epoch " + kept.epoch());
    }
}
