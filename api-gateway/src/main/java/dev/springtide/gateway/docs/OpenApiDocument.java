package dev.springtide.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The platform's OpenAPI document; read when somebody first asks for it. */
final class OpenApiDocument {

    private static final String PROBLEM_TYPES = "x-problem-types";

    private final JsonMapper json;
    private final SingletonSupplier<String> yaml =
            SingletonSupplier.of(() -> resource("openapi/springtide.yaml"));
    private final SingletonSupplier<Map<String, Object>> content =
            SingletonSupplier.of(this::parse);

    OpenApiDocument(JsonMapper json) {
        this.json = json;
    }

    String yaml() {
        return yaml.obtain();
    }

    String json() {
        return json.writeValueAsString(content.obtain());
    }

    Map<String, Object> content() {
        return content.obtain();
    }

    List<ProblemEntry> problemTypes() {
        Object entries = Objects.requireNonNull(content().get(PROBLEM_TYPES));
        return json.convertValue(entries, new TypeReference<List<ProblemEntry>>() {});
    }

    static String resource(String path) {
        try (InputStream in = OpenApiDocument.class.getClassLoader().getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, Object> parse() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(yaml());
    }
}
