package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.Map;

/** The payment provider answers 503 for a while. */
final class ProviderOutage implements Scenario {

    private static final double SHARE = 0.999;
    private static final double P95 = 0.95;
    private static final int SLOWEST = 200;
    private static final int FASTER = 2;

    @Override
    public String name() {
        return "provider-outage";
    }

    @Override
    public String about() {
        return "the provider answers 503 (5 min, short 6 s): no customer notices, then drained";
    }

    @Override
    public boolean judgesLatency() {
        return true;
    }

    /** 10,000 orders a minute. */
    @Override
    public int rate() {
        return 167;
    }

    @Override
    public void run(World world) throws Exception {
        world.provider(Map.of("outage", true));
        Attempts.Span outage = world.pass(Duration.ofMinutes(5), Duration.ofSeconds(6));
        world.measured(Figure.atLeast("accepted meanwhile", outage.accepted(), SHARE).ofPace());
        world.measured(Figure.atMost("answers 5xx meanwhile", outage.serverErrors(), 0).ofPace());
        world.measured(Figure.atMost("unanswered meanwhile", outage.unanswered(), 0));
        world.measured(Figure.atMost("p95 meanwhile, ms", outage.quantile(P95), SLOWEST).ofPace());
        Backlog backlog = Backlog.of(world);
        world.provider(Map.of("outage", false));
        backlog.measure(FASTER);
    }
}
