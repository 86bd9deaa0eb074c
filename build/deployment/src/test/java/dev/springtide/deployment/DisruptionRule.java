package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes can be drained and versions rolled, also at the fewest pods. */
final class DisruptionRule implements Rule {
    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            String name = Manifests.name(deployment);
            int fewest =
                    manifests
                            .scalerOf(deployment)
                            .map(scaler -> scaler.getSpec().getMinReplicas())
                            .orElse(1);
            Optional<PodDisruptionBudget> budget =
                    manifests.all(PodDisruptionBudget.class).stream()
                            .filter(candidate ->
                                    SelectorRule.matches(
                                            candidate.getSpec().getSelector(), deployment))
                            .findAny();
            if (budget.isEmpty()) {
                breaches.add(name + " has no disruption budget");
            } else if (allowed(budget.get(), fewest) < 1) {
                breaches.add("no pod of %s may be evicted when %d run".formatted(name, fewest));
            }
            var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
            if (Pods.roundedUp(rolling.getMaxSurge(), fewest) < 1
                    && Pods.roundedDown(rolling.getMaxUnavailable(), fewest) < 1) {
                breaches.add(name + " cannot be rolled");
            }
        }
        return breaches;
    }

    private static int allowed(PodDisruptionBudget budget, int running) {
        IntOrString unavailable = budget.getSpec().getMaxUnavailable();
        return unavailable != null
                ? Pods.roundedUp(unavailable, running)
                : running - Pods.roundedUp(budget.getSpec().getMinAvailable(), running);
    }
}
