package dev.springtide.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.EventType;
import dev.springtide.contract.EventTypes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiDocumentTests {

    private final JsonMapper mapper = new JsonMapper();
    private final AsyncApiDocument document = new AsyncApiDocument(mapper);
    private final JsonNode json = mapper.readTree(document.json());

    @Test
    void holdsTheSchemaOfEveryEvent() {
        JsonNode messages = json.path("components").path("messages");

        assertThat(messages.size()).isEqualTo(EventTypes.all().size());
        for (EventType<?> type : EventTypes.all()) {
            assertThat(messages.path(type.record().getSimpleName()).path("payload").path("schema"))
                    .as(type.name())
                    .isEqualTo(mapper.readTree(YamlText.resource(type.schemaLocation())));
        }
    }

    @Test
    void isCompleteInItself() {
        assertThat(json.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> {
                    assertThat(reference).startsWith("#/");
                    assertThat(json.at(reference.substring(1)).isMissingNode()).isFalse();
                });
    }

    @Test
    void saysTheSameInBothForms() {
        assertThat(mapper.<JsonNode>valueToTree(YamlText.parse(document.yaml()))).isEqualTo(json);
    }
}
