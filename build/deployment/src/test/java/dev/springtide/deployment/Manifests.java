package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources of one installation. */
record Manifests(List<HasMetadata> resources) {
    static Manifests parse(String yaml) {
        return new Manifests(StrictYaml.read(yaml));
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The deployments of our services; what else is deployed is there for development. */
    List<Deployment> services() {
        return all(Deployment.class).stream()
                .filter(deployment -> ServiceProject.NAMES.contains(name(deployment)))
                .toList();
    }

    Optional<HorizontalPodAutoscaler> scalerOf(Deployment deployment) {
        return all(HorizontalPodAutoscaler.class).stream()
                .filter(scaler ->
                        name(deployment).equals(scaler.getSpec().getScaleTargetRef().getName()))
                .findAny();
    }

    /** The environment that ConfigMaps and literals give; later ones win, as in a pod. */
    Map<String, String> environment(Deployment deployment) {
        Container container = container(deployment);
        Map<String, String> environment = new LinkedHashMap<>();
        container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> source.getConfigMapRef().getName())
                .forEach(name ->
                        configMap(name).ifPresent(map -> environment.putAll(map.getData())));
        container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        return environment;
    }

    /** The variables that come out of secrets. */
    static List<EnvVar> secretVariables(Deployment deployment) {
        return container(deployment).getEnv().stream()
                .filter(variable ->
                        variable.getValueFrom() != null
                                && variable.getValueFrom().getSecretKeyRef() != null)
                .toList();
    }

    Optional<ConfigMap> configMap(String name) {
        return all(ConfigMap.class).stream().filter(map -> name.equals(name(map))).findAny();
    }

    static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    static Map<String, String> podLabels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    static String name(HasMetadata resource) {
        return resource.getMetadata().getName();
    }
}
