package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every service has the three probes, each on the health group it is for, where it is served. */
final class ProbeRule implements Rule {
    private static final String HEALTH = "/actuator/health/";

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            Container container = Manifests.container(deployment);
            Map<String, String> environment = manifests.environment(deployment);
            ServiceProject service = ServiceProject.of(Manifests.name(deployment));
            int port = service.managementPort(environment);
            check(deployment, "startup", container.getStartupProbe(), "liveness", port, breaches);
            check(deployment, "liveness", container.getLivenessProbe(), "liveness", port, breaches);
            check(
                    deployment,
                    "readiness",
                    container.getReadinessProbe(),
                    "readiness",
                    port,
                    breaches);
            if (!isOn(service, environment)) {
                breaches.add(service.name() + " does not serve its health groups");
            }
        }
        return breaches;
    }

    private static boolean isOn(ServiceProject service, Map<String, String> environment) {
        return service.setting("management.endpoint.health.probes.enabled", environment)
                        .filter("true"::equals)
                        .isPresent()
                && service.setting("management.endpoints.web.exposure.include", environment)
                        .filter(included -> List.of(included.split(",")).contains("health"))
                        .isPresent();
    }

    private static void check(
            Deployment deployment,
            String kind,
            @Nullable Probe probe,
            String group,
            int port,
            List<String> breaches) {
        String who = Manifests.name(deployment) + ": the " + kind + " probe";
        if (probe == null || probe.getHttpGet() == null) {
            breaches.add(who + " is missing");
            return;
        }
        var asked = PortRule.number(deployment, probe.getHttpGet().getPort());
        if (asked.isEmpty() || asked.getAsInt() != port) {
            breaches.add(who + " asks on another port than " + port);
        }
        if (!(HEALTH + group).equals(probe.getHttpGet().getPath())) {
            breaches.add(who + " asks for " + probe.getHttpGet().getPath());
        }
    }
}
