package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DocsTests extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml, application/yaml, openapi: 3.1",
        "/openapi.json, application/json, \"3.1.0\"",
        "/asyncapi.yaml, application/yaml, asyncapi: 3.0.0",
        "/asyncapi.json, application/json, dev.springtide.order.shipped.v1",
        "/docs/, text/html, swagger-ui-bundle.js",
        "/docs/, text/html, /asyncapi.yaml",
        "/docs/start.js, text/javascript, /openapi.yaml",
        "/docs/swagger-ui.css, text/css, .swagger-ui",
        "/docs/swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
        "/problems, text/html, price-changed",
        "/problems/price-changed, text/html, The price has changed",
    })
    void servesTheDocumentation(String path, String type, String content) throws Exception {
        HttpResponse<String> response = send(request(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).contains(content.replace("\"", ""));
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void leadsFromTheShortAddressToThePage() throws Exception {
        HttpResponse<String> response = send(request("/docs"));

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).hasValue("/docs/");
    }

    @Test
    void hasAPageForEveryProblemType() throws Exception {
        for (ProblemType type : ProblemType.all()) {
            HttpResponse<String> response = send(request(type.type().getPath()));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains(type.type().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"/problems/nothing", "/docs/pom.xml", "/docs/swagger-initializer.js", "/docs/a/b"})
    void servesNothingElse(String path) throws Exception {
        assertProblem(send(request(path)), ProblemType.NOT_FOUND);
    }

    @Test
    void everyDocumentedPathHasARoute() throws Exception {
        var document = new JsonMapper().readTree(send(request("/openapi.json")).body());
        Map<String, String> names = Map.of("{sku}", "SKU-1", "{id}", "1", "{orderId}", "1");
        for (String path : document.path("paths").propertyNames()) {
            String concrete = path.replace("{provider}", "acme");
            for (Map.Entry<String, String> name : names.entrySet()) {
                concrete = concrete.replace(name.getKey(), name.getValue());
            }
            assertThat(send(authorized(concrete)).statusCode()).as(path).isIn(200, 503);
        }
    }
}
