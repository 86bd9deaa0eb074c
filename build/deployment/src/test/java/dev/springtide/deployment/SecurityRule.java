package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;

/** The pods meet the "restricted" standard for pods, and write nowhere but in memory of theirs. */
final class SecurityRule implements Rule {
    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Deployment deployment : manifests.all(Deployment.class)) {
            restricted(deployment, breaches);
        }
        for (Deployment deployment : manifests.services()) {
            readOnly(deployment, breaches);
        }
        return breaches;
    }

    private static void restricted(Deployment deployment, List<String> breaches) {
        String name = Manifests.name(deployment);
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        var security = pod.getSecurityContext();
        if (!Boolean.TRUE.equals(security.getRunAsNonRoot())) {
            breaches.add(name + " may run as root");
        }
        if (security.getSeccompProfile() == null
                || !"RuntimeDefault".equals(security.getSeccompProfile().getType())) {
            breaches.add(name + " has no seccomp profile");
        }
        if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
            breaches.add(name + " holds a token of the API server");
        }
        for (Container container : pod.getContainers()) {
            var own = container.getSecurityContext();
            if (!Boolean.FALSE.equals(own.getAllowPrivilegeEscalation())) {
                breaches.add(name + " may gain privileges");
            }
            if (!own.getCapabilities().getDrop().contains("ALL")) {
                breaches.add(name + " keeps capabilities");
            }
        }
    }

    private static void readOnly(Deployment deployment, List<String> breaches) {
        String name = Manifests.name(deployment);
        Container container = Manifests.container(deployment);
        if (!Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem())) {
            breaches.add(name + " may write to its image");
        }
        boolean scratch =
                container.getVolumeMounts().stream()
                        .filter(mount -> mount.getMountPath().equals("/tmp"))
                        .anyMatch(mount ->
                                deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                                        .anyMatch(volume ->
                                                volume.getName().equals(mount.getName())
                                                        && volume.getEmptyDir() != null));
        if (!scratch) {
            breaches.add(name + " has no /tmp to write to");
        }
    }
}
