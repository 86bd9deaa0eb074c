package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;

/** No broker for a while: orders are taken all the same and catch up afterwards. */
final class KafkaDown implements Scenario {

    private static final double SHARE = 0.999;
    private static final double P95 = 0.95;
    private static final int SLOWEST = 200;
    private static final int FASTER = 3;

    @Override
    public String name() {
        return "kafka-down";
    }

    @Override
    public String about() {
        return "Kafka SIGKILLed and away (10 min, short 6 s): orders are accepted, then drained";
    }

    @Override
    public boolean judgesLatency() {
        return true;
    }

    @Override
    public void run(World world) throws Exception {
        world.kill(Part.KAFKA);
        Attempts.Span away = world.pass(Duration.ofMinutes(10), Duration.ofSeconds(6));
        world.measured(Figure.atLeast("accepted meanwhile", away.accepted(), SHARE).ofPace());
        world.measured(Figure.atMost("answers 5xx meanwhile", away.serverErrors(), 0).ofPace());
        world.measured(Figure.atMost("p95 meanwhile, ms", away.quantile(P95), SLOWEST).ofPace());
        Backlog backlog = Backlog.of(world);
        world.platform().start(Part.KAFKA);
        backlog.measure(FASTER);
    }
}
