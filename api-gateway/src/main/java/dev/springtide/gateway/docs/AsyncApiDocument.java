package dev.springtide.gateway.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's AsyncAPI document, complete in one file: the schemas of the events, which lie
 * beside it, are put in the place of the references to them. Made when somebody first asks for it.
 */
final class AsyncApiDocument {

    private static final String FOLDER = "contract/";
    private static final String SCHEMAS = "schemas/";

    private final JsonMapper json;
    private final SingletonSupplier<Map<String, Object>> content =
            SingletonSupplier.of(AsyncApiDocument::bundled);
    private final SingletonSupplier<String> yaml =
            SingletonSupplier.of(() -> YamlText.write(content.obtain()));

    AsyncApiDocument(JsonMapper json) {
        this.json = json;
    }

    String yaml() {
        return yaml.obtain();
    }

    String json() {
        return json.writeValueAsString(content.obtain());
    }

    private static Map<String, Object> bundled() {
        return bundled(YamlText.parse(YamlText.resource(FOLDER + "asyncapi.yaml")));
    }

    private static Map<String, Object> bundled(Map<?, ?> node) {
        if (node.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
            return YamlText.parse(YamlText.resource(FOLDER + reference));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        node.forEach((key, value) -> result.put(String.valueOf(key), bundledValue(value)));
        return result;
    }

    private static Object bundledValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> bundled(map);
            case List<?> list -> list.stream().map(AsyncApiDocument::bundledValue).toList();
            default -> value;
        };
    }
}
