package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Every port is one on which the service listens, by the service's own configuration. */
final class PortRule implements Rule {
    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.services()) {
            containers(manifests, deployment, breaches);
        }
        for (Service service : manifests.all(Service.class)) {
            manifests.all(Deployment.class).stream()
                    .filter(deployment ->
                            Manifests.podLabels(deployment)
                                    .entrySet()
                                    .containsAll(service.getSpec().getSelector().entrySet()))
                    .forEach(deployment ->
                            service.getSpec().getPorts().stream()
                                    .filter(port ->
                                            number(deployment, port.getTargetPort()).isEmpty())
                                    .forEach(port ->
                                            breaches.add(
                                                    "Service %s leads to no port %s"
                                                            .formatted(
                                                                    Manifests.name(service),
                                                                    port.getTargetPort()
                                                                            .getValue()))));
        }
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            policy(manifests, policy, breaches);
        }
        routes(manifests, breaches);
        return breaches;
    }

    /** The container's port that a name or a number means. */
    static OptionalInt number(Deployment deployment, @Nullable IntOrString port) {
        return Manifests.container(deployment).getPorts().stream()
                .filter(candidate ->
                        port != null
                                && (candidate.getName().equals(port.getStrVal())
                                        || candidate.getContainerPort().equals(port.getIntVal())))
                .mapToInt(ContainerPort::getContainerPort)
                .findAny();
    }

    private static void containers(
            Manifests manifests, Deployment deployment, List<String> breaches) {
        String name = Manifests.name(deployment);
        ServiceProject service = ServiceProject.of(name);
        Map<String, String> environment = manifests.environment(deployment);
        int http = service.port(environment);
        int management = service.managementPort(environment);
        for (ContainerPort port : Manifests.container(deployment).getPorts()) {
            int real = port.getName().equals("management") ? management : http;
            if (port.getContainerPort() != real) {
                breaches.add(
                        "%s listens on %d, not on %d"
                                .formatted(name, real, port.getContainerPort()));
            }
        }
        String scraped =
                deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations()
                        .get("prometheus.io/port");
        if (!String.valueOf(management).equals(scraped)) {
            breaches.add(
                    "%s has its metrics on %d, not on %s".formatted(name, management, scraped));
        }
    }

    private static void policy(Manifests manifests, NetworkPolicy policy, List<String> breaches) {
        for (Deployment deployment : manifests.services()) {
            if (SelectorRule.matches(policy.getSpec().getPodSelector(), deployment)) {
                policy.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .filter(port -> number(deployment, port.getPort()).isEmpty())
                        .forEach(port ->
                                breaches.add(
                                        "NetworkPolicy %s opens no port of %s"
                                                .formatted(
                                                        Manifests.name(policy),
                                                        Manifests.name(deployment))));
            }
        }
    }

    /** The gateway's routes lead to Services. */
    private static void routes(Manifests manifests, List<String> breaches) {
        List<String> open =
                manifests.all(Service.class).stream()
                        .flatMap(service ->
                                service.getSpec().getPorts().stream()
                                        .map(port ->
                                                Manifests.name(service) + ":" + port.getPort()))
                        .toList();
        for (Deployment deployment : manifests.services()) {
            manifests
                    .environment(deployment)
                    .forEach((variable, value) -> {
                        if (variable.startsWith("SPRINGTIDE_GATEWAY_SERVICES_")
                                && !open.contains(URI.create(value).getAuthority())) {
                            breaches.add(variable + " leads to no Service: " + value);
                        }
                    });
        }
    }
}
