package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.springtide.load.Buyers;
import dev.springtide.load.PlatformClient;
import dev.springtide.load.Settings;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Orders at a constant rate, whatever the answers: an open model, so a slow platform meets more
 * callers and not fewer.
 *
 * <p>Every buyer orders one or two products with {@code tok_visa}; one in five browses the
 * catalogue before, one in five reads the order's status after. The warm-up rises to the rate, runs
 * under names of its own and is in no figure.
 */
public class SteadyOrders extends Simulation {
    private static final Settings SETTINGS = Settings.ofThisProcess();
    private static final List<String> TOKENS =
            Buyers.of(SETTINGS, new PlatformClient(SETTINGS)).tokens();

    private static final List<String> REQUESTS =
            List.of("POST /orders", "GET /products", "GET /orders/{id}", "warm-up POST /orders");

    private static final HttpProtocolBuilder GATEWAY =
            http.baseUrl(SETTINGS.gateway().toString())
                    .acceptHeader("application/json")
                    .contentTypeHeader("application/json")
                    .disableCaching()
                    .shareConnections();

    private static final String BODY =
            """
            {"lines":[#{lines}],"currency":"EUR","paymentToken":"tok_visa","shippingAddress":{"name":"Alice Martin",\
            "line1":"Quai 1","city":"Genève","postalCode":"1201","country":"CH"}}\
            """;

    {
        setUp(
                        orders("warm-up ")
                                .injectOpen(
                                        rampUsersPerSec(1)
                                                .to(SETTINGS.rate())
                                                .during(SETTINGS.warmUp())),
                        orders("")
                                .injectOpen(
                                        nothingFor(SETTINGS.warmUp()),
                                        constantUsersPerSec(SETTINGS.rate())
                                                .during(SETTINGS.steady())))
                .protocols(GATEWAY)
                .assertions(assertions());
    }

    private static List<Assertion> assertions() {
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(details("POST /orders").successfulRequests().percent().gte(99.9));
        assertions.add(details("POST /orders").responseTime().percentile(95).lt(1_000));
        REQUESTS.forEach(name -> assertions.addAll(figures(name)));
        return assertions;
    }

    /** Limits that nothing breaks: an assertion is how Gatling tells a figure. */
    private static List<Assertion> figures(String name) {
        Assertion.WithPath request = details(name);
        return List.of(
                request.allRequests().count().gte(0L),
                request.failedRequests().count().gte(0L),
                request.responseTime().percentile(50).gte(0),
                request.responseTime().percentile(95).gte(0),
                request.responseTime().percentile(99).gte(0),
                request.responseTime().max().gte(0));
    }

    private static ScenarioBuilder orders(String phase) {
        return scenario(phase + "orders")
                .exec(SteadyOrders::fillBasket)
                .exec(
                        sometimes(
                                20,
                                get(
                                        phase + "GET /products",
                                        "/api/v1/products?category=load&limit=20")))
                .exec(
                        http(phase + "POST /orders")
                                .post("/api/v1/orders")
                                .header("Authorization", "Bearer #{token}")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody(BODY))
                                .check(status().is(201), jsonPath("$.id").saveAs("order")))
                .exitHereIfFailed()
                .exec(sometimes(20, get(phase + "GET /orders/{id}", "/api/v1/orders/#{order}")));
    }

    private static ChainBuilder get(String name, String path) {
        return exec(
                http(name)
                        .get(path)
                        .header("Authorization", "Bearer #{token}")
                        .check(status().is(200)));
    }

    private static ChainBuilder sometimes(double share, ChainBuilder step) {
        return randomSwitch().on(percent(share).then(step));
    }

    private static Session fillBasket(Session session) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(SETTINGS.goods());
        String lines = line(first);
        if (random.nextBoolean()) {
            lines += "," + line((first + 1) % SETTINGS.goods());
        }
        return session.set("token", TOKENS.get(random.nextInt(TOKENS.size())))
                .set("key", UUID.randomUUID().toString())
                .set("lines", lines);
    }

    private static String line(int product) {
        return "{\"sku\":\"" + SETTINGS.sku(product) + "\",\"quantity\":1}";
    }
}
