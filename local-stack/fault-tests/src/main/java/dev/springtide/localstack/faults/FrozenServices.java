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

    private static final Duration BRIEF = Duration.ofSeconds(8);
    private static final Duration HEALING = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "frozen-services";
    }

    @Override
    public String about() {
        return "each service SIGSTOPped past its session and lease (one by one for 60 s, short all"
                + " for 8 s): no double effect when it wakes up";
    }

    @Override
    public void run(World world) throws Exception {
        List<Part> services = new ArrayList<>(List.of(Part.ORDER, Part.INVENTORY, Part.PAYMENT));
        Collections.shuffle(services, world.random());
        if (world.settings().brief()) {
            freeze(world, services, "all");
        } else {
            for (Part service : services) {
                freeze(world, List.of(service), service.label());
            }
        }
    }

    private static void freeze(World world, List<Part> services, String who) throws Exception {
        services.forEach(world::freeze);
        world.goOn(LONG, BRIEF);
        services.forEach(world::thaw);
        Duration pause = world.progress().awaitConfirmedAfterNow(HEALING);
        world.measured(Figure.told("confirmed again after, " + who, pause));
    }
}
