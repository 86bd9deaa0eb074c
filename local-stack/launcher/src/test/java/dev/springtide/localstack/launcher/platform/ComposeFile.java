package dev.springtide.localstack.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The project's docker-compose.yml as it stands, anchors resolved. */
final class ComposeFile {

    private final Map<String, Map<String, Object>> services;

    @SuppressWarnings("unchecked")
    private ComposeFile(String text) {
        Map<String, Object> document = new Yaml().load(text);
        services =
                (Map<String, Map<String, Object>>) Objects.requireNonNull(document.get("services"));
    }

    static ComposeFile read() throws IOException {
        return new ComposeFile(Files.readString(root().resolve("docker-compose.yml")));
    }

    static Path root() {
        return Path.of(System.getProperty("springtide.root"));
    }

    String image(String service) {
        return (String) Objects.requireNonNull(service(service).get("image"));
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service) {
        return (Map<String, String>) service(service).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    List<String> list(String service, String name) {
        return (List<String>) service(service).getOrDefault(name, List.of());
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }
}
