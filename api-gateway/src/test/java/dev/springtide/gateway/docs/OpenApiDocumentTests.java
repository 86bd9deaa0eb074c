package dev.springtide.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiDocumentTests {

    private static final Set<String> OPERATIONS =
            Set.of(
                    "GET /api/v1/products",
                    "GET /api/v1/products/{sku}",
                    "PUT /api/v1/products/{sku}",
                    "GET /api/v1/inventory/{sku}",
                    "POST /api/v1/inventory/{sku}/adjustments",
                    "POST /api/v1/orders",
                    "GET /api/v1/orders",
                    "GET /api/v1/orders/{id}",
                    "GET /api/v1/orders/{id}/timeline",
                    "POST /api/v1/orders/{id}/cancellation",
                    "POST /api/v1/orders/{id}/refunds",
                    "POST /api/v1/orders/{id}/shipments",
                    "GET /api/v1/admin/orders",
                    "POST /api/v1/admin/orders/{id}/corrections",
                    "GET /api/v1/admin/orders/{id}/corrections",
                    "GET /api/v1/payments/{orderId}",
                    "POST /api/v1/provider-events/{provider}");

    private final JsonMapper mapper = new JsonMapper();
    private final OpenApiDocument document = new OpenApiDocument(mapper);
    private final JsonNode json = mapper.readTree(document.json());

    @Test
    void describesEveryCallOfTheContract() {
        Set<String> described = new TreeSet<>();
        json.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .map(operation -> operation.getKey())
                                .filter(name -> !name.equals("parameters"))
                                .forEach(name ->
                                        described.add(
                                                name.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));

        assertThat(json.path("openapi").asString()).startsWith("3.1");
        assertThat(described).containsExactlyInAnyOrderElementsOf(OPERATIONS);
    }

    @Test
    void everyGuardedCallSaysThatItNeedsATokenAndHasAQuota() {
        for (JsonNode path : json.path("paths").values()) {
            path.properties().stream()
                    .filter(operation -> !operation.getKey().equals("parameters"))
                    .map(operation -> operation.getValue())
                    .filter(operation -> !operation.has("security"))
                    .map(operation -> operation.path("responses"))
                    .forEach(responses ->
                            assertThat(responses.has("401") && responses.has("429")).isTrue());
        }
    }

    @Test
    void explainsEveryProblemTypeAndNoOther() {
        assertThat(document.problemTypes())
                .extracting(entry -> entry.slug() + " " + entry.status() + " " + entry.title())
                .containsExactlyInAnyOrderElementsOf(
                        ProblemType.all().stream()
                                .map(type -> type.slug() + " " + type.status() + " " + type.title())
                                .toList());
        assertThat(document.problemTypes())
                .allMatch(entry -> !entry.meaning().isBlank() && !entry.remedy().isBlank());
    }

    @Test
    void showsAnExampleOfEveryProblemType() {
        Set<String> shown = new TreeSet<>();
        json.path("components").path("responses").values().stream()
                .flatMap(response ->
                        response
                                .path("content")
                                .path("application/problem+json")
                                .path("examples")
                                .values()
                                .stream())
                .map(example -> example.path("value").path("type").asString())
                .forEach(shown::add);

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        ProblemType.all().stream().map(type -> type.type().toString()).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(json)).isNotEmpty();
        for (String reference : references(json)) {
            assertThat(json.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }

    @Test
    void theWrittenListOfProblemTypesIsThatOfTheCode() throws Exception {
        Path page = Path.of("..", "docs", "api", "problems.md");
        List<String> rows;
        try (Stream<String> lines = Files.lines(page)) {
            rows = lines.filter(line -> line.startsWith("| `")).toList();
        }

        assertThat(rows)
                .containsExactlyElementsOf(
                        document.problemTypes().stream().map(OpenApiDocumentTests::row).toList());
    }

    private static String row(ProblemEntry entry) {
        return "| `%s` | %d | %s | %s |"
                .formatted(entry.slug(), entry.status(), entry.meaning(), entry.remedy());
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        for (JsonNode child : node.values()) {
            found.addAll(references(child));
        }
        if (node.path("$ref").isString()) {
            found.add(node.path("$ref").asString());
        }
        return found;
    }
}
