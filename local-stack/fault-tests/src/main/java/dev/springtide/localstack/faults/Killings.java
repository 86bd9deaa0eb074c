package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Instances of a service die at random moments, one at a time, until it is enough. */
final class Killings {

    private static final int SHORTEST_CALM_MILLIS = 200;
    private static final int LONGEST_CALM_MILLIS = 1_500;

    private final World world;
    private final Part service;
    private final CountDownLatch enough = new CountDownLatch(1);

    Killings(World world, Part service) {
        this.world = world;
        this.service = service;
    }

    void end() {
        enough.countDown();
    }

    /** Answers how many it were; all are back by then. */
    int go() throws InterruptedException {
        int kills = 0;
        while (!enough.await(
                world.random().nextInt(SHORTEST_CALM_MILLIS, LONGEST_CALM_MILLIS),
                TimeUnit.MILLISECONDS)) {
            world.killAndAwait(world.anyOf(service));
            kills++;
        }
        return kills;
    }
}
