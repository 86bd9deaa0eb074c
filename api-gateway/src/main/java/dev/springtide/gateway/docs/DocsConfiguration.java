package dev.springtide.gateway.docs;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the documentation is: `/openapi.yaml`, `/openapi.json`, `/asyncapi.yaml`, `/asyncapi.json`,
 * `/docs`, `/problems`.
 */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final CacheControl SHORTLY = CacheControl.maxAge(Duration.ofMinutes(5));
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                    + " data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    OpenApiDocument openApiDocument(JsonMapper json) {
        return new OpenApiDocument(json);
    }

    @Bean
    AsyncApiDocument asyncApiDocument(JsonMapper json) {
        return new AsyncApiDocument(json);
    }

    @Bean
    RouterFunction<ServerResponse> documentation(
            OpenApiDocument document, AsyncApiDocument events) {
        ProblemPages problems = new ProblemPages(document);
        SwaggerUi ui = new SwaggerUi();
        return RouterFunctions.route()
                .route(reading("/openapi.yaml"), request -> answer(YAML, document.yaml()))
                .route(
                        reading("/openapi.json"),
                        request -> answer(MediaType.APPLICATION_JSON, document.json()))
                .route(reading("/asyncapi.yaml"), request -> answer(YAML, events.yaml()))
                .route(
                        reading("/asyncapi.json"),
                        request -> answer(MediaType.APPLICATION_JSON, events.json()))
                .route(reading("/docs"), request -> redirect("/docs/"))
                .route(reading("/docs/"), request -> file(ui, "index.html"))
                .route(reading("/docs/{file}"), request -> file(ui, request.pathVariable("file")))
                .route(reading("/problems"), request -> page(problems.list()))
                .route(reading("/problems/{slug}"), request -> problem(problems, request))
                .build();
    }

    private static RequestPredicate reading(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.path(path));
    }

    private static Mono<ServerResponse> problem(ProblemPages problems, ServerRequest request) {
        return problems.one(request.pathVariable("slug"))
                .map(DocsConfiguration::page)
                .orElseGet(DocsConfiguration::notFound);
    }

    private static Mono<ServerResponse> page(String html) {
        return answer(MediaType.parseMediaType("text/html;charset=UTF-8"), html);
    }

    private static Mono<ServerResponse> file(SwaggerUi ui, String name) {
        if (!ui.has(name)) {
            return notFound();
        }
        Resource file = ui.file(name);
        return head(MediaTypeFactory.getMediaType(file).orElse(MediaType.TEXT_PLAIN))
                .bodyValue(file);
    }

    private static Mono<ServerResponse> answer(MediaType type, String text) {
        return head(type).bodyValue(text);
    }

    private static ServerResponse.BodyBuilder head(MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(SHORTLY)
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static Mono<ServerResponse> redirect(String target) {
        return ServerResponse.permanentRedirect(URI.create(target)).build();
    }

    private static Mono<ServerResponse> notFound() {
        return Mono.error(new ProblemException(ProblemType.NOT_FOUND, "there is no such page"));
    }
}
