package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.util.List;

/** One client who sends three times its quota, without a pause. */
final class Abuser implements AutoCloseable {

    private static final int RATE = 75;
    private static final int BURST = 150;
    private static final int TIMES = 3;
    private static final int USUAL_RATE = 2_000;
    private static final int USUAL_BURST = 4_000;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Counts like any other, and costs no service anything. */
    private static final String NOWHERE = "/api/v1/nowhere";

    private final World world;
    private final SteadyReads reads;

    private Abuser(World world) {
        this.world = world;
        this.reads =
                new SteadyReads(
                        new ApiClient(
                                world.platform().gateway(),
                                world.platform().token("abuser", "customer")),
                        NOWHERE);
    }

    /**
     * At gateways with a quota that this machine can exceed; in a short run all restart at once.
     */
    static Abuser start(World world) {
        setQuota(world, RATE, BURST);
        world.calm();
        Abuser abuser = new Abuser(world);
        abuser.reads.start(TIMES * RATE);
        return abuser;
    }

    /** What was sent since a moment of {@link System#nanoTime}, in quotas of that time. */
    double sentSince(long from) {
        return quotas(reads.since(from).tries().size(), from);
    }

    /** What was let through since a moment of {@link System#nanoTime}, in quotas of that time. */
    double quotasSince(long from) {
        Attempts.Span span = reads.since(from);
        int letThrough = span.tries().size() - span.answered(TOO_MANY_REQUESTS) - span.unanswered();
        return quotas(letThrough, from);
    }

    private static double quotas(int requests, long from) {
        return requests / (BURST + RATE * (System.nanoTime() - from) / 1e9);
    }

    @Override
    public void close() {
        reads.close();
        setQuota(world, USUAL_RATE, USUAL_BURST);
    }

    private static void setQuota(World world, int rate, int burst) {
        world.platform().set(Part.GATEWAY, "SPRINGTIDE_GATEWAY_QUOTA_RATE", Integer.toString(rate));
        world.platform()
                .set(Part.GATEWAY, "SPRINGTIDE_GATEWAY_QUOTA_BURST", Integer.toString(burst));
        List<Instance> gateways = world.platform().instances(Part.GATEWAY);
        if (world.settings().brief()) {
            world.restart(gateways);
        } else {
            gateways.forEach(gateway -> world.restart(List.of(gateway)));
        }
    }
}
