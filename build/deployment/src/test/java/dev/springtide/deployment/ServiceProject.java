package dev.springtide.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A service as its sources configure it, before any environment. */
record ServiceProject(String name, Map<String, String> settings) {
    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
    static final List<String> NAMES =
            List.of("api-gateway", "order-service", "inventory-service", "payment-service");

    static ServiceProject of(String name) {
        Map<String, String> settings = new TreeMap<>();
        if (!name.equals("api-gateway")) {
            read("common/src/main/resources/springtide-common.yaml", settings);
        }
        read(name + "/src/main/resources/application.yaml", settings);
        return new ServiceProject(name, settings);
    }

    /** A setting as it is with this environment. */
    Optional<String> setting(String property, Map<String, String> environment) {
        String variable = environment.get(KnownSettings.variable(property));
        return Optional.ofNullable(variable != null ? variable : settings.get(property));
    }

    int port(Map<String, String> environment) {
        return number("server.port", environment);
    }

    /** Where health and metrics are. */
    int managementPort(Map<String, String> environment) {
        return setting("management.server.port", environment)
                .map(Integer::parseInt)
                .orElseGet(() -> port(environment));
    }

    int number(String property, Map<String, String> environment) {
        return Integer.parseInt(
                setting(property, environment)
                        .orElseThrow(
                                () -> new IllegalStateException(name + " has no " + property)));
    }

    private static void read(String file, Map<String, String> settings) {
        try {
            StrictYaml.documents(Files.readString(ROOT.resolve(file)))
                    .forEach(document -> flatten("", document, settings));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void flatten(String prefix, Map<?, ?> tree, Map<String, String> settings) {
        tree.forEach((key, value) -> {
            String path = prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
            if (value instanceof Map<?, ?> branch) {
                flatten(path, branch, settings);
            } else {
                settings.put(path, String.valueOf(value));
            }
        });
    }
}
