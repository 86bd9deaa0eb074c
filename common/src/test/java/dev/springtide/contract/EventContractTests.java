package dev.springtide.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.springtide.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds each event to its approved JSON and to its schema, and both to those of the last release. A
 * deliberate change writes the approved file by hand; {@code released/} changes only with a
 * release.
 */
class EventContractTests {

    private static final String APPROVED = "contract/approved/";
    private static final String RELEASED = "contract/released/";
    private static final String SCHEMA = ".schema.json";

    @Test
    void hasSamplesOfEveryEvent() {
        assertThat(Samples.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().stream().<Class<?>>map(EventType::record).toList());
    }

    @TestFactory
    Stream<DynamicTest> isWrittenAsApproved() {
        return eachSample((type, form, event) ->
                assertThat(pretty(event)).isEqualTo(text(APPROVED + file(type, form))));
    }

    @TestFactory
    Stream<DynamicTest> isReadBackAsItWas() {
        return eachSample((type, form, event) ->
                assertThat(read(type, text(APPROVED + file(type, form)))).isEqualTo(event));
    }

    @TestFactory
    Stream<DynamicTest> obeysItsSchema() {
        return eachSample((type, form, event) ->
                assertThat(schema(type.schemaLocation()).validate(pretty(event), InputFormat.JSON))
                        .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> hasTheShapeItsSchemaSays() {
        return each(type -> {
            JsonNode schema = ContractJson.mapper().readTree(text(type.schemaLocation()));
            RecordComponent[] components = type.record().getRecordComponents();
            assertThat(schema.get("properties").propertyNames())
                    .containsExactlyElementsOf(names(Arrays.stream(components)));
            assertThat(schema.get("required").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(
                            names(Arrays.stream(components).filter(c -> !isNullable(c))));
        });
    }

    @Test
    void knowsEveryEventOfTheLastRelease() throws Exception {
        assertThat(EventTypes.all()).extracting(EventType::name).containsAll(released());
    }

    @TestFactory
    Stream<DynamicTest> readsWhatTheLastReleaseWrote() throws Exception {
        return eachReleasedSample((type, form, event) -> {
            String old = text(RELEASED + file(type, form));
            assertThat(read(type, old)).isInstanceOf(type.record());
            assertThat(schema(type.schemaLocation()).validate(old, InputFormat.JSON)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> writesWhatTheLastReleaseReads() throws Exception {
        return eachReleasedSample((type, form, event) ->
                assertThat(
                                schema(RELEASED + type.name() + SCHEMA)
                                        .validate(pretty(event), InputFormat.JSON))
                        .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> readsWhatALaterReleaseAdds() {
        return eachSample((type, form, event) -> {
            ObjectNode later = ContractJson.mapper().valueToTree(event);
            later.put("addedLater", "x").putObject("alsoAddedLater").put("deep", true);
            assertThat(read(type, later.toString())).isEqualTo(event);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnEventThatLacksWhatItNeeds() {
        return each(type -> {
            Samples.Pair samples = sample(type);
            ObjectNode whole = ContractJson.mapper().valueToTree(samples.full());
            for (RecordComponent component : type.record().getRecordComponents()) {
                if (!isNullable(component)) {
                    ObjectNode part = whole.deepCopy();
                    part.remove(component.getName());
                    assertThat(catchThrowable(() -> read(type, part.toString())))
                            .as(component.getName())
                            .isNotNull();
                }
            }
        });
    }

    private interface SampleCheck {
        void check(EventType<?> type, String form, DomainEvent event);
    }

    private static Stream<DynamicTest> eachSample(SampleCheck check) {
        return eachSample(EventTypes.all().stream(), check);
    }

    /** An event that is newer than the last release is nobody's burden yet. */
    private static Stream<DynamicTest> eachReleasedSample(SampleCheck check) throws Exception {
        Set<String> released = released();
        return eachSample(
                EventTypes.all().stream().filter(type -> released.contains(type.name())), check);
    }

    private static Set<String> released() throws Exception {
        Path folder =
                Path.of(
                        Objects.requireNonNull(
                                        EventContractTests.class
                                                .getClassLoader()
                                                .getResource(RELEASED))
                                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(SCHEMA))
                            .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                            .collect(Collectors.toSet());
            assertThat(names).isNotEmpty();
            return names;
        }
    }

    private static Stream<DynamicTest> eachSample(Stream<EventType<?>> types, SampleCheck check) {
        return types.flatMap(type ->
                Stream.of(
                        DynamicTest.dynamicTest(
                                type.name() + ", minimal",
                                () -> check.check(type, "minimal", sample(type).minimal())),
                        DynamicTest.dynamicTest(
                                type.name() + ", full",
                                () -> check.check(type, "full", sample(type).full()))));
    }

    private static Stream<DynamicTest> each(Consumer<EventType<?>> check) {
        return EventTypes.all().stream()
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> check.accept(type)));
    }

    private static Samples.Pair sample(EventType<?> type) {
        return Objects.requireNonNull(Samples.ALL.get(type.record()));
    }

    private static List<String> names(Stream<RecordComponent> components) {
        return components.map(RecordComponent::getName).toList();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String file(EventType<?> type, String form) {
        return type.name() + "." + form + ".json";
    }

    private static Object read(EventType<?> type, String json) {
        return ContractJson.mapper().readValue(json, type.record());
    }

    private static String pretty(DomainEvent event) {
        return ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(event)
                + "\n";
    }

    private static JsonSchema schema(String location) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(text(location));
    }

    private static String text(String resource) {
        try (InputStream in =
                EventContractTests.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).as("approved file %s", resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
