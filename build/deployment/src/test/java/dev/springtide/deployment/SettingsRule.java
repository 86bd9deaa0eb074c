package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every variable is a setting of the service that gets it, and none that it needs is missing. */
final class SettingsRule implements Rule {
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");

    private static final List<String> ALL =
            List.of("spring.security.oauth2.resourceserver.jwt.issuer-uri");
    private static final List<String> WITH_DATA =
            List.of(
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.datasource.password",
                    "spring.kafka.bootstrap-servers");

    /** What docs/configuration.md lists as needed, beside what all need. */
    private static final Map<String, List<String>> OWN =
            Map.of(
                    "api-gateway",
                    List.of(
                            "springtide.gateway.services.order",
                            "springtide.gateway.services.inventory",
                            "springtide.gateway.services.payment",
                            "springtide.gateway.quota.redis"),
                    "order-service",
                    List.of("springtide.payment-token.key"),
                    "inventory-service",
                    List.of("spring.data.redis.host", "spring.data.redis.port"),
                    "payment-service",
                    List.of(
                            "springtide.payment-token.key",
                            "springtide.provider.base-url",
                            "springtide.provider.api-key",
                            "springtide.provider.webhook-secrets"));

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            String name = Manifests.name(deployment);
            Manifests.container(deployment).getEnvFrom().stream()
                    .map(source -> source.getConfigMapRef().getName())
                    .filter(map -> manifests.configMap(map).isEmpty())
                    .forEach(
                            map -> breaches.add(name + " takes settings from no ConfigMap " + map));
            Set<String> variables = new TreeSet<>(manifests.environment(deployment).keySet());
            Manifests.secretVariables(deployment).stream()
                    .map(EnvVar::getName)
                    .forEach(variables::add);
            KnownSettings known = KnownSettings.of(name);
            variables.stream()
                    .filter(variable -> !OF_THE_JVM.contains(variable) && !known.has(variable))
                    .forEach(variable -> breaches.add(name + " has no setting " + variable));
            needed(name).stream()
                    .map(KnownSettings::variable)
                    .filter(variable ->
                            variables.stream()
                                    .noneMatch(given -> given.matches(variable + "(_0)?")))
                    .forEach(variable -> breaches.add(name + " needs " + variable));
        }
        return breaches;
    }

    private static List<String> needed(String service) {
        List<String> needed = new ArrayList<>(ALL);
        if (!service.equals("api-gateway")) {
            needed.addAll(WITH_DATA);
        }
        needed.addAll(OWN.getOrDefault(service, List.of()));
        return needed;
    }
}
