package dev.springtide.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Kustomize itself makes of the base and the overlays; skipped where kubectl is not there. */
class RenderedTests {
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    static Stream<Arguments> installations() throws IOException {
        try (Stream<Path> overlays = Files.list(ServiceProject.ROOT.resolve("k8s/overlays"))) {
            List<String> folders =
                    Stream.concat(
                                    Stream.of("base"),
                                    overlays.map(folder -> "overlays/" + folder.getFileName()))
                            .sorted()
                            .toList();
            return folders.stream()
                    .flatMap(folder ->
                            Stream.of(Rules.values()).map(rules -> Arguments.of(folder, rules)));
        }
    }

    @ParameterizedTest
    @MethodSource("installations")
    void keepsTo(String folder, Rules rules) {
        assumeThat(hasKubectl()).as("kubectl is on the PATH").isTrue();

        Manifests manifests = RENDERED.computeIfAbsent(folder, RenderedTests::render);

        assertThat(manifests.services()).hasSize(4);
        assertThat(rules.rule().breaches(manifests)).isEmpty();
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static Manifests render(String folder) {
        try {
            Process kubectl =
                    new ProcessBuilder("kubectl", "kustomize", "k8s/" + folder)
                            .directory(ServiceProject.ROOT.toFile())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(kubectl.waitFor()).as(output).isZero();
            return Manifests.parse(output);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
