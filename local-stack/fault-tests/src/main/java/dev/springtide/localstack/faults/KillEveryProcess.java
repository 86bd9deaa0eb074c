package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every process dies under load, in rounds of a random order, and is started again. */
final class KillEveryProcess implements Scenario {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration HEALING = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "kill-every-process";
    }

    @Override
    public String about() {
        return "SIGKILL of each process in turn, database and broker too: nothing acknowledged is"
                + " lost";
    }

    @Override
    public void run(World world) throws Exception {
        world.supervise();
        int kills = 0;
        Duration longest = Duration.ZERO;
        while (kills < world.settings().kills()
                || world.stream().offered() < world.settings().orders()) {
            for (Instance victim : round(world)) {
                world.killAndAwait(victim);
                kills++;
                Duration pause = world.progress().awaitConfirmedAfterNow(HEALING);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                var _ = world.pass(CALM, CALM);
            }
        }
        world.measured(Figure.atLeast("kills", kills, world.settings().kills()));
        world.measured(Figure.told("longest time until the next confirmed order", longest));
    }

    /** Every process; in a short run one of each part. */
    private static List<Instance> round(World world) {
        List<Instance> all =
                new ArrayList<>(
                        world.settings().brief()
                                ? Arrays.stream(Part.values()).map(world::anyOf).toList()
                                : world.platform().instances());
        Collections.shuffle(all, world.random());
        return all;
    }
}
