package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.springtide.load.Answers;
import dev.springtide.load.Buyers;
import dev.springtide.load.Phase;
import dev.springtide.load.PlatformClient;
import dev.springtide.load.Settings;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** What customers do, as steps of a scenario; shared by all simulations. */
final class Shop {
    static final Settings SETTINGS = Settings.ofThisProcess();
    static final Answers ANSWERS = new Answers();

    private static final List<String> TOKENS =
            Buyers.of(SETTINGS, new PlatformClient(SETTINGS)).tokens();
    private static final String BODY =
            """
            {"lines":[#{lines}],"currency":"EUR","paymentToken":"tok_visa","shippingAddress":{"name":"Alice Martin",\
            "line1":"Quai 1","city":"Genève","postalCode":"1201","country":"CH"}}\
            """;

    private Shop() {}

    static HttpProtocolBuilder gateway() {
        return http.baseUrl(SETTINGS.gateway().toString())
                .acceptHeader("application/json")
                .contentTypeHeader("application/json")
                .disableCaching()
                .shareConnections();
    }

    /** One or two products of many, for a customer of many. */
    static ChainBuilder basket() {
        return exec(session -> {
            int first = ThreadLocalRandom.current().nextInt(SETTINGS.goods());
            String lines = line(SETTINGS.sku(first));
            if (ThreadLocalRandom.current().nextBoolean()) {
                lines += "," + line(SETTINGS.sku((first + 1) % SETTINGS.goods()));
            }
            return customer(session).set("sku", SETTINGS.sku(first)).set("lines", lines);
        });
    }

    /** The one product that everybody wants. */
    static ChainBuilder flashBasket() {
        return exec(session -> customer(session).set("lines", line(SETTINGS.flashSku())));
    }

    /** Who is not served leaves. */
    static ChainBuilder order(Phase phase) {
        return counted(
                        phase,
                        Phase.ORDER,
                        name ->
                                http(name)
                                        .post("/api/v1/orders")
                                        .header("Idempotency-Key", "#{key}")
                                        .body(StringBody(BODY))
                                        .check(status().is(201), jsonPath("$.id").saveAs("order")))
                .exitHereIfFailed();
    }

    static ChainBuilder catalogue(Phase phase) {
        return get(phase, "GET /products", "/api/v1/products?category=load&limit=20");
    }

    static ChainBuilder product(Phase phase) {
        return get(phase, "GET /products/{sku}", "/api/v1/products/#{sku}");
    }

    static ChainBuilder ownOrder(Phase phase) {
        return get(phase, "GET /orders/{id}", "/api/v1/orders/#{order}");
    }

    static ChainBuilder history(Phase phase) {
        return get(phase, "GET /orders", "/api/v1/orders?limit=20");
    }

    static ChainBuilder sometimes(double share, ChainBuilder step) {
        return randomSwitch().on(percent(share).then(step));
    }

    private static ChainBuilder get(Phase phase, String call, String path) {
        return counted(phase, call, name -> http(name).get(path).check(status().is(200)));
    }

    /** Each call is counted by itself: one that was refused does not spoil the next. */
    private static ChainBuilder counted(
            Phase phase, String call, Function<String, HttpRequestActionBuilder> request) {
        return exec(Session::markAsSucceeded)
                .exec(
                        request.apply(phase.request(call))
                                .header("Authorization", "Bearer #{token}")
                                .check(responseTimeInMillis().saveAs("millis")))
                .exec(session -> {
                    if (session.isFailed()) {
                        ANSWERS.refused(phase, call);
                    } else {
                        ANSWERS.admitted(phase, call, session.getInt("millis"));
                    }
                    return session;
                });
    }

    private static Session customer(Session session) {
        return session.set("token", TOKENS.get(ThreadLocalRandom.current().nextInt(TOKENS.size())))
                .set("key", UUID.randomUUID().toString());
    }

    private static String line(String sku) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":1}";
    }
}
