package dev.springtide.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * As much of Kustomize as the base uses: resources, generated ConfigMaps (without the hash in the
 * name) and image tags. Anything else in a kustomization is refused, so that nothing goes unseen.
 */
record Kustomization(Path folder) {
    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "resources", "configMapGenerator", "images");

    /** The manifests as one text of several documents. */
    String render() {
        Map<?, ?> file =
                StrictYaml.documents(text(folder.resolve("kustomization.yaml"))).getFirst();
        file.keySet().stream()
                .filter(key -> !UNDERSTOOD.contains(key))
                .findAny()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("not understood: " + key);
                });
        String resources =
                list(file.get("resources")).stream()
                        .map(name -> text(folder.resolve(name.toString())))
                        .collect(Collectors.joining("---\n"));
        String generated =
                list(file.get("configMapGenerator")).stream()
                        .map(entry -> configMap((Map<?, ?>) entry))
                        .collect(Collectors.joining());
        String manifests = resources + generated;
        for (Object entry : list(file.get("images"))) {
            Map<?, ?> image = (Map<?, ?>) entry;
            manifests =
                    manifests.replace(
                            "image: " + image.get("name") + "\n",
                            "image: " + image.get("name") + ":" + image.get("newTag") + "\n");
        }
        return manifests;
    }

    private String configMap(Map<?, ?> entry) {
        Map<String, String> data = new TreeMap<>();
        for (Object name : list(entry.get("envs"))) {
            text(folder.resolve(name.toString()))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        data.put(line.substring(0, equals), line.substring(equals + 1));
                    });
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Map<String, Object> map = new TreeMap<>();
        map.put("apiVersion", "v1");
        map.put("kind", "ConfigMap");
        map.put("metadata", Map.of("name", String.valueOf(entry.get("name"))));
        map.put("data", data);
        return "---\n" + new Yaml(options).dump(map);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
