package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.util.List;

/** One client who sends four times its quota, without a pause. */
final class Abuser implements AutoCloseable {

    private static final int TIMES = 4;

    /** Of what all orders together need, for they are one customer's. */
    private static final int ROOM = 2;

    private static final int BURST_SECONDS = 2;
    private static final int USUAL_RATE = 2_000;
    private static final int USUAL_BURST = 4_000;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Counts like any other, and costs no service anything. */
    private static final String NOWHERE = "/api/v1/nowhere";

    private final World world;
    private final int rate;
    private final SteadyReads reads;

    private Abuser(World world) {
        this.world = world;
        this.rate = ROOM * world.settings().rate();
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
        Abuser abuser = new Abuser(world);
        abuser.setQuota(abuser.rate, BURST_SECONDS * abuser.rate);
        world.calm();
        abuser.reads.start(TIMES * abuser.rate);
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

    private double quotas(int requests, long from) {
        return requests / (rate * (BURST_SECONDS + (System.nanoTime() - from) / 1e9));
    }

    @Override
    public void close() {
        reads.close();
        setQuota(USUAL_RATE, USUAL_BURST);
    }

    private void setQuota(int perSecond, int burst) {
        world.platform()
                .set(Part.GATEWAY, "SPRINGTIDE_GATEWAY_QUOTA_RATE", Integer.toString(perSecond));
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
