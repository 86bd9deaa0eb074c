package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service at its most pods, in the middle of a roll, fits its database. During a roll there are
 * the surge's pods beside the most, and as many again that are still stopping.
 */
final class ConnectionRule implements Rule {
    static final String OFFERED = "springtide.dev/database-connections";

    /** What a server keeps back for its superusers. */
    private static final int RESERVED = 3;

    /** The outbox relay's own connection, beside every pool. */
    private static final int RELAY = 1;

    private static final Pattern MAX_CONNECTIONS = Pattern.compile("max_connections=(\\d+)");

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        int sum = 0;
        for (Deployment deployment : manifests.services()) {
            String name = Manifests.name(deployment);
            if (name.equals("api-gateway")) {
                continue;
            }
            String offered = deployment.getMetadata().getAnnotations().get(OFFERED);
            if (offered == null) {
                breaches.add(name + " does not say how many connections its database offers");
                continue;
            }
            sum += Integer.parseInt(offered);
            int needed = needed(manifests, deployment);
            if (needed > Integer.parseInt(offered)) {
                breaches.add(
                        "%s may open %d connections, its database offers %s"
                                .formatted(name, needed, offered));
            }
        }
        shared(manifests, sum, breaches);
        return breaches;
    }

    static int needed(Manifests manifests, Deployment deployment) {
        int most = manifests.scalerOf(deployment).orElseThrow().getSpec().getMaxReplicas();
        var surge = deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge();
        return pools(manifests, deployment) * (most + 2 * Pods.roundedUp(surge, most));
    }

    static int pools(Manifests manifests, Deployment deployment) {
        Map<String, String> environment = manifests.environment(deployment);
        ServiceProject service = ServiceProject.of(Manifests.name(deployment));
        int background =
                RELAY + service.number("spring.datasource.hikari.maximum-pool-size", environment);
        return service.name().equals("order-service")
                ? background
                        + service.number("springtide.intake.lanes", environment)
                        + service.number("springtide.reads.pool-size", environment)
                : background;
    }

    /** Where one server in the manifests carries all databases. */
    private static void shared(Manifests manifests, int sum, List<String> breaches) {
        for (Deployment deployment : manifests.all(Deployment.class)) {
            String arguments = String.join(" ", Manifests.container(deployment).getArgs());
            Matcher matcher = MAX_CONNECTIONS.matcher(arguments);
            if (matcher.find() && sum > Integer.parseInt(matcher.group(1)) - RESERVED) {
                breaches.add(
                        "%s offers %s connections, the services count on %d"
                                .formatted(Manifests.name(deployment), matcher.group(1), sum));
            }
        }
    }
}
