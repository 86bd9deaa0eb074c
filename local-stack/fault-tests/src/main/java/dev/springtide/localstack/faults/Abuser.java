package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.util.List;

/** One client who sends four times its quota, without a pause. */
final class Abuser implements AutoCloseable {

    private static final int RATE = 100;
    private static final int BURST = 200;
    private static final int TIMES = 4;
    private static final int USUAL_RATE = 2_000;
    private static final int USUAL_BURST = 4_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String NOBODYS_ORDER =
            "/api/v1/orders/0198a7d2-7c01-7a61-8f00-6f1f4e2f9c11";

    private final World world;
    private final SteadyReads reads;

    private Abuser(World world) {
        this.world = world;
        this.reads =
                new SteadyReads(
                        new ApiClient(
                                world.platform().gateway(),
                                world.platform().token("abuser", "customer")),
                        NOBODYS_ORDER);
    }

    /** At gateways that give everybody the quota of an installation, not that of a trial. */
    static Abuser start(World world) {
        setQuota(world, RATE, BURST);
        world.calm();
        Abuser abuser = new Abuser(world);
        abuser.reads.start(TIMES * RATE);
        return abuser;
    }

    /** What was let through since a moment of {@link System#nanoTime}, in quotas of that time. */
    double quotasSince(long from) {
        Attempts.Span span = reads.since(from);
        double seconds = (System.nanoTime() - from) / 1e9;
        int letThrough = span.tries().size() - span.answered(TOO_MANY_REQUESTS) - span.unanswered();
        return letThrough / (BURST + RATE * seconds);
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
        for (Instance gateway : world.platform().instances(Part.GATEWAY)) {
            world.restart(List.of(gateway));
        }
    }
}
