package dev.springtide.gateway.docs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The platform's OpenAPI document; read when somebody first asks for it. */
final class OpenApiDocument {

    private static final String PROBLEM_TYPES = "x-problem-types";

    private final JsonMapper json;
    private final SingletonSupplier<String> yaml =
            SingletonSupplier.of(() -> YamlText.resource("openapi/springtide.yaml"));
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

    private Map<String, Object> parse() {
        return YamlText.parse(yaml());
    }
}
