package dev.springtide.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The base as it stands in the repository; needs no kubectl. */
class BaseTests {
    static final Path BASE = ServiceProject.ROOT.resolve("k8s/base");

    private final Manifests manifests = Manifests.parse(new Kustomization(BASE).render());

    @ParameterizedTest
    @EnumSource
    void keepsTo(Rules rules) {
        assertThat(rules.rule().breaches(manifests)).isEmpty();
    }

    @Test
    void deploysEveryServiceByAnImageWithAVersion() {
        assertThat(manifests.services())
                .extracting(Manifests::name)
                .containsExactlyElementsOf(ServiceProject.NAMES);
        assertThat(manifests.services())
                .extracting(deployment -> Manifests.container(deployment).getImage())
                .allMatch(image -> image.matches("springtide/[a-z-]+:\\d+\\.\\d+\\.\\d+"));
        assertThat(manifests.all(Service.class))
                .extracting(Manifests::name)
                .containsExactlyElementsOf(ServiceProject.NAMES);
    }

    @Test
    void theDocumentedConnectionsAreThoseOfTheManifests() throws IOException {
        String documentation = Files.readString(ServiceProject.ROOT.resolve("docs/kubernetes.md"));

        for (Deployment deployment : manifests.services()) {
            if (!Manifests.name(deployment).equals("api-gateway")) {
                assertThat(documentation).contains(row(deployment));
            }
        }
    }

    private String row(Deployment deployment) {
        int pools = ConnectionRule.pools(manifests, deployment);
        int needed = ConnectionRule.needed(manifests, deployment);
        int most = manifests.scalerOf(deployment).orElseThrow().getSpec().getMaxReplicas();
        return "| %s | %d | %d + %d | %d | %s |"
                .formatted(
                        Manifests.name(deployment),
                        pools,
                        most,
                        needed / pools - most,
                        needed,
                        deployment.getMetadata().getAnnotations().get(ConnectionRule.OFFERED));
    }
}
