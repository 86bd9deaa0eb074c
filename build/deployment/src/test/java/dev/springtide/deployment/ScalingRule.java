package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Autoscalers have what they compute with, and scale for load only. */
final class ScalingRule implements Rule {
    /** What a service's JVM takes beside its heap at most: classes, code, threads, buffers. */
    private static final int BESIDE_THE_HEAP_MIB = 300;

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
    private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            String name = Manifests.name(deployment);
            manifests
                    .scalerOf(deployment)
                    .ifPresentOrElse(
                            scaler -> check(manifests, deployment, scaler, breaches),
                            () -> breaches.add(name + " is not scaled"));
            limits(name, Manifests.container(deployment), breaches);
        }
        return breaches;
    }

    private static void check(
            Manifests manifests,
            Deployment deployment,
            HorizontalPodAutoscaler scaler,
            List<String> breaches) {
        String name = Manifests.name(deployment);
        Map<String, Quantity> requests =
                Manifests.container(deployment).getResources().getRequests();
        for (MetricSpec metric : scaler.getSpec().getMetrics()) {
            String resource = metric.getResource().getName();
            if (!requests.containsKey(resource)) {
                breaches.add(name + " is scaled by " + resource + " but requests none");
            } else if (resource.equals("memory")) {
                int target = metric.getResource().getTarget().getAverageUtilization();
                memory(manifests, deployment, requests.get(resource), target, breaches);
            }
        }
        if (deployment.getSpec().getReplicas() != null) {
            breaches.add(name + " sets replicas, which the autoscaler owns");
        }
        int most = scaler.getSpec().getMaxReplicas();
        if (scaler.getSpec().getMinReplicas() > most) {
            breaches.add(name + " is scaled to fewer than its least");
        }
        String partitions = manifests.environment(deployment).get("SPRINGTIDE_OUTBOX_PARTITIONS");
        if (partitions != null && Integer.parseInt(partitions) < most) {
            breaches.add("%d pods of %s share %s partitions".formatted(most, name, partitions));
        }
    }

    /** A heap that is full by its nature must not add pods. */
    private static void memory(
            Manifests manifests,
            Deployment deployment,
            Quantity request,
            int target,
            List<String> breaches) {
        String name = Manifests.name(deployment);
        Matcher heap =
                HEAP.matcher(
                        manifests.environment(deployment).getOrDefault("JAVA_TOOL_OPTIONS", ""));
        if (!heap.find()) {
            breaches.add(name + " has no fixed heap");
            return;
        }
        int taken = Integer.parseInt(heap.group(1)) + BESIDE_THE_HEAP_MIB;
        double reached = mib(request) * target / 100;
        if (taken > reached) {
            breaches.add(
                    "%s takes %d MiB at rest and is scaled at %.0f"
                            .formatted(name, taken, reached));
        }
    }

    private static void limits(String name, Container container, List<String> breaches) {
        Quantity limit = container.getResources().getLimits().get("memory");
        Quantity request = container.getResources().getRequests().get("memory");
        if (limit == null || request == null || mib(limit) < mib(request)) {
            breaches.add(name + " needs a memory request and a limit above it");
        }
    }

    private static double mib(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).divide(MIB).doubleValue();
    }
}
