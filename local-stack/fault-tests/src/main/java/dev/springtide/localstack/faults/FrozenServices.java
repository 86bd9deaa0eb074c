package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Each service behind the gateway sleeps past its Kafka session and its relay's lease, and wakes up
 * believing that it still holds both.
 */
final class FrozenServices implements Scenario {

    /** Longer than the consumers' session time-out and the relay's lease. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration BRIEF = Duration.ofSeconds(12);
    private static final Duration HEALING = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "frozen-services";
    }

    @Override
    public String about() {
        return "each service SIGSTOPped past its session and lease (60 s, short 12 s): no double"
                + " effect when it wakes up";
    }

    @Override
    public void run(World world) throws Exception {
        List<Part> services = new ArrayList<>(List.of(Part.ORDER, Part.INVENTORY, Part.PAYMENT));
        Collections.shuffle(services, world.random());
        for (Part service : services) {
            world.freeze(service);
            var _ = world.pass(LONG, BRIEF);
            world.thaw(service);
            Duration pause = world.progress().awaitConfirmedAfterNow(HEALING);
            world.measured(Figure.told(service.label() + " confirms again after", pause));
        }
    }
}
