package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.Map;

/** The payment provider fails always; whoever asks again and again makes it worse. */
final class ProviderAlwaysFails implements Scenario {

    private static final double MOST_TRIES = 1.1;
    private static final int FASTER = 2;

    @Override
    public String name() {
        return "provider-always-fails";
    }

    @Override
    public String about() {
        return "every call to the provider fails (5 min, short 6 s): no storm of retries, drained"
                + " when it heals";
    }

    @Override
    public void run(World world) throws Exception {
        world.provider(Map.of("outage", true));
        int arrivedBefore = world.progress().askedOfProvider();
        int triedBefore = world.triesAtProvider();
        Attempts.Span failing = world.pass(Duration.ofMinutes(5), Duration.ofSeconds(6));
        int tried = world.triesAtProvider() - triedBefore;
        int arrived = world.progress().askedOfProvider() - arrivedBefore;
        world.measured(Figure.told("charges and voids that became due", arrived));
        world.measured(Figure.told("tries the provider counted", tried));
        world.measured(
                Figure.atMost(
                        "tries for each that became due", tried / (double) arrived, MOST_TRIES));
        world.measured(Figure.atMost("answers 5xx meanwhile", failing.serverErrors(), 0).ofPace());
        Backlog backlog = Backlog.of(world);
        world.provider(Map.of("outage", false));
        backlog.measure(FASTER);
    }
}
