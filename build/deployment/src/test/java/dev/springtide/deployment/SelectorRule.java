package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whatever selects pods finds those it means. */
final class SelectorRule implements Rule {
    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.all(Deployment.class)) {
            own(deployment, breaches);
        }
        for (Service service : manifests.all(Service.class)) {
            one(manifests, "Service", Manifests.name(service), service.getSpec().getSelector())
                    .ifOther(breaches);
        }
        for (PodDisruptionBudget budget : manifests.all(PodDisruptionBudget.class)) {
            Map<String, String> labels = budget.getSpec().getSelector().getMatchLabels();
            one(manifests, "PodDisruptionBudget", Manifests.name(budget), labels).ifOther(breaches);
        }
        manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(scaler ->
                        manifests.all(Deployment.class).stream()
                                .noneMatch(deployment -> targets(scaler, deployment)))
                .forEach(scaler ->
                        breaches.add(
                                "HorizontalPodAutoscaler "
                                        + Manifests.name(scaler)
                                        + " scales nothing"));
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            policy(manifests, policy, breaches);
        }
        return breaches;
    }

    static boolean matches(LabelSelector selector, Deployment deployment) {
        Map<String, String> labels = Manifests.podLabels(deployment);
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream()
                        .allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(
            LabelSelectorRequirement expression, Map<String, String> labels) {
        if (!expression.getOperator().equals("In")) {
            throw new IllegalArgumentException("operator " + expression.getOperator());
        }
        return expression.getValues().contains(labels.get(expression.getKey()));
    }

    private static void own(Deployment deployment, List<String> breaches) {
        if (!matches(deployment.getSpec().getSelector(), deployment)) {
            breaches.add("Deployment " + Manifests.name(deployment) + " does not select its pods");
        }
        deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints().stream()
                .filter(spread -> !matches(spread.getLabelSelector(), deployment))
                .forEach(spread ->
                        breaches.add(
                                "Deployment "
                                        + Manifests.name(deployment)
                                        + " spreads other pods"));
    }

    private static boolean targets(HorizontalPodAutoscaler scaler, Deployment deployment) {
        var target = scaler.getSpec().getScaleTargetRef();
        return target.getName().equals(Manifests.name(deployment))
                && target.getKind().equals("Deployment")
                && target.getApiVersion().equals(deployment.getApiVersion());
    }

    private static void policy(Manifests manifests, NetworkPolicy policy, List<String> breaches) {
        List<LabelSelector> selectors = new ArrayList<>();
        selectors.add(policy.getSpec().getPodSelector());
        policy.getSpec().getIngress().stream()
                .flatMap(rule -> rule.getFrom().stream())
                .map(peer -> peer.getPodSelector())
                .filter(Objects::nonNull)
                .forEach(selectors::add);
        selectors.stream()
                .filter(selector ->
                        manifests.all(Deployment.class).stream()
                                .noneMatch(deployment -> matches(selector, deployment)))
                .forEach(selector ->
                        breaches.add(
                                "NetworkPolicy " + Manifests.name(policy) + " selects nothing"));
    }

    private static Selection one(
            Manifests manifests, String kind, String name, Map<String, String> labels) {
        List<String> selected =
                manifests.all(Deployment.class).stream()
                        .filter(deployment ->
                                Manifests.podLabels(deployment)
                                        .entrySet()
                                        .containsAll(labels.entrySet()))
                        .map(Manifests::name)
                        .toList();
        return new Selection(kind, name, selected);
    }

    private record Selection(String kind, String name, List<String> selected) {
        void ifOther(List<String> breaches) {
            if (!selected.equals(List.of(name))) {
                breaches.add(kind + " " + name + " selects the pods of " + selected);
            }
        }
    }
}
