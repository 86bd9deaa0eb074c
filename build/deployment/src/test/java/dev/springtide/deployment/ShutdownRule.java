package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;

/** A pod is given the time that its shutdown takes at worst, and starts it late enough. */
final class ShutdownRule implements Rule {
    /** Requests, then consumers: each phase may use its time-out. */
    private static final int PHASES = 2;

    /** The relay ends its page. */
    private static final Duration RELAY = Duration.ofSeconds(10);

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            String name = Manifests.name(deployment);
            ServiceProject service = ServiceProject.of(name);
            var environment = manifests.environment(deployment);
            if (!service.setting("server.shutdown", environment)
                    .filter("graceful"::equals)
                    .isPresent()) {
                breaches.add(name + " drops requests when it stops");
            }
            Duration phase =
                    DurationStyle.detectAndParse(
                            service.setting(
                                            "spring.lifecycle.timeout-per-shutdown-phase",
                                            environment)
                                    .orElse("30s"));
            long pause = pause(deployment);
            if (pause < 3) {
                breaches.add(name + " stops before endpoints are withdrawn");
            }
            Duration drain =
                    DurationStyle.detectAndParse(
                            service.setting("springtide.shutdown.drain", environment).orElse("3s"));
            long needed = pause + drain.plus(phase.multipliedBy(PHASES)).plus(RELAY).toSeconds();
            Long given =
                    deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds();
            if (given == null || given < needed) {
                breaches.add("%s may need %d s to stop, not %d".formatted(name, needed, given));
            }
        }
        return breaches;
    }

    private static long pause(Deployment deployment) {
        Lifecycle lifecycle = Manifests.container(deployment).getLifecycle();
        return lifecycle == null
                        || lifecycle.getPreStop() == null
                        || lifecycle.getPreStop().getSleep() == null
                ? 0
                : lifecycle.getPreStop().getSleep().getSeconds();
    }
}
