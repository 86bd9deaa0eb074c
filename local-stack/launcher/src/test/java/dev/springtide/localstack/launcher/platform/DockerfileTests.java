package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DockerfileTests {

    private static final String HEAP = "-Xmx";

    private String text;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(ComposeFile.root().resolve("Dockerfile"));
    }

    @Test
    void startsServicesWithTheFlagsTheirCachesAreTrainedWith() {
        List<String> fixed =
                Jvm.serviceFlags().stream().filter(flag -> !flag.startsWith(HEAP)).toList();

        assertThat(entryPoint(stage("service"))).containsAll(fixed);
        assertThat(stage("service"))
                .contains(
                        "JAVA_TOOL_OPTIONS="
                                + Jvm.serviceFlags().stream()
                                        .filter(flag -> flag.startsWith(HEAP))
                                        .findAny()
                                        .orElseThrow())
                .contains(Jvm.MALLOC);
    }

    @Test
    void leavesTheIssuerAndTheSimulatorOutOfTheServices() {
        assertThat(stage("service"))
                .doesNotContain("launcher", "simulator", "development", "docker/springtide")
                .contains("COPY --from=trained /app/app.aot ");
        assertThat(text.strip()).endsWith(stage("service").strip());
    }

    @Test
    void runsNothingAsRoot() {
        assertThat(stage("service")).contains("USER 10001:10001");
        assertThat(stage("development")).contains("USER 10001:10001");
    }

    @Test
    void asksNoRegistryForItsOwnSyntax() {
        assertThat(text).doesNotContainPattern("(?m)^# *syntax=");
    }

    /** Maven refuses to build one module when it misses the POM of another. */
    @Test
    void hasThePomOfEveryModuleInItsContext() throws IOException {
        assertThat(Files.readAllLines(ComposeFile.root().resolve(".dockerignore")))
                .contains("!pom.xml", "!*/pom.xml", "!*/*/pom.xml");
    }

    private String stage(String name) {
        String start = text.split(" AS " + name + "\n", -1)[1];
        return start.split("\nFROM ", -1)[0];
    }

    private static List<String> entryPoint(String stage) {
        String line = stage.substring(stage.indexOf("ENTRYPOINT"));
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(line)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
