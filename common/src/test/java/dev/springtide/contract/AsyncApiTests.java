package dev.springtide.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/**
 * The AsyncAPI document and the catalogue of events say the same, neither one more than the other.
 */
class AsyncApiTests {

    private static final String FOLDER = "contract/";
    private final JsonNode document = parsed();

    @Test
    void hasAChannelForEachTopicAndNoOther() {
        assertThat(document.path("channels").values())
                .extracting(channel -> channel.path("address").asString())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(document.path("operations").values())
                .extracting(
                        operation -> target(operation.path("channel")).path("address").asString())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @Test
    void carriesEachEventOnItsTopicAndNoOther() {
        Map<String, List<String>> described = new TreeMap<>();
        for (JsonNode channel : document.path("channels").values()) {
            described.put(
                    channel.path("address").asString(),
                    channel.path("messages").values().stream()
                            .map(message -> target(message).path("name").asString())
                            .toList());
        }

        assertThat(described)
                .isEqualTo(
                        EventTypes.all().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                EventType::topic,
                                                Collectors.mapping(
                                                        EventType::name, Collectors.toList()))));
    }

    @Test
    void describesEachEventUnderTheNameOfItsRecordAndNothingElse() {
        JsonNode messages = document.path("components").path("messages");

        assertThat(messages.propertyNames())
                .containsExactlyElementsOf(
                        EventTypes.all().stream()
                                .map(type -> type.record().getSimpleName())
                                .toList());
        for (EventType<?> type : EventTypes.all()) {
            JsonNode message = messages.path(type.record().getSimpleName());
            JsonNode payload = message.path("payload");
            String reference = payload.path("schema").path("$ref").asString();
            JsonNode schema = ContractJson.mapper().readTree(text(FOLDER + reference));
            assertThat(message.path("name").asString()).isEqualTo(type.name());
            assertThat(FOLDER + reference).isEqualTo(type.schemaLocation());
            assertThat(payload.path("schemaFormat").asString())
                    .isEqualTo("application/schema+json;version=draft-2020-12");
            assertThat(schema.path("$id").asString())
                    .isEqualTo("https://springtide.dev/events/" + type.name());
            assertThat(schema.path("title").asString()).isEqualTo(type.record().getSimpleName());
            assertThat(message.path("summary").asString())
                    .isEqualTo(schema.path("description").asString());
        }
    }

    @Test
    void describesTheHeadersOfEveryEvent() {
        for (JsonNode message : document.path("components").path("messages").values()) {
            JsonNode headers = target(message.path("traits").path(0)).path("headers");
            TreeSet<String> required = new TreeSet<>(headers.path("properties").propertyNames());
            assertThat(required)
                    .containsExactlyInAnyOrder(
                            CloudEventHeaders.SPEC_VERSION,
                            CloudEventHeaders.ID,
                            CloudEventHeaders.TYPE,
                            CloudEventHeaders.SOURCE,
                            CloudEventHeaders.TIME,
                            CloudEventHeaders.SUBJECT,
                            CloudEventHeaders.AGGREGATE_VERSION,
                            CloudEventHeaders.CONTENT_TYPE,
                            CloudEventHeaders.TRACEPARENT);
            required.remove(CloudEventHeaders.TRACEPARENT);
            assertThat(headers.path("required").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(required);
        }
    }

    /** What a reference leads to, through further references. */
    private JsonNode target(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.path("$ref").asString();
            found = document.at(reference.substring(1));
            assertThat(found.isMissingNode()).as(reference).isFalse();
        }
        return found;
    }

    private static JsonNode parsed() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object content =
                new Yaml(new SafeConstructor(options)).load(text(FOLDER + "asyncapi.yaml"));
        return ContractJson.mapper().valueToTree(content);
    }

    private static String text(String resource) {
        try (InputStream in = AsyncApiTests.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
