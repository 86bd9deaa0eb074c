package dev.springtide.payment;

import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.localstack.simulator.Simulator;
import dev.springtide.localstack.simulator.SimulatorOptions;
import dev.springtide.localstack.simulator.provider.ProviderSettings;
import dev.springtide.localstack.simulator.provider.ProviderSettings.Webhooks;
import dev.springtide.money.Money;
import dev.springtide.payment.application.PaymentCommand;
import dev.springtide.payment.application.PaymentCommand.CancelPayment;
import dev.springtide.payment.application.PaymentCommand.RefundPayment;
import dev.springtide.payment.application.PaymentCommand.RequestPayment;
import dev.springtide.payment.application.PaymentCommandHandler;
import dev.springtide.payment.domain.ProviderKeys;
import dev.springtide.token.PaymentTokenCipher;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service with a real database and broker, and the provider simulator in this process.
 * All subclasses share one context: tests keep apart by their order ids.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningPaymentService {

    static final String API_KEY = "api-key";
    static final String OLD_SECRET = "the-secret-of-last-year";
    static final String SECRET = "the-secret-of-this-year";
    static final Money AMOUNT = Money.of("30.00", "EUR");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final RecordingProxy WEBHOOKS = new RecordingProxy();
    static final RecordingProxy PROVIDER = new RecordingProxy();
    static final Simulator SIMULATOR =
            Simulator.start(
                    SimulatorOptions.inProcess(API_KEY)
                            .withWebhooks(URI.create(WEBHOOKS.url()), SECRET));
    static final ProviderLedger LEDGER = new ProviderLedger(SIMULATOR.providerUrl(), API_KEY);

    @LocalServerPort int port;
    @Autowired PaymentCommandHandler commands;
    @Autowired TransactionTemplate transactions;
    @Autowired PaymentTokenCipher tokens;
    @Autowired UuidV7 ids;
    @Autowired JdbcClient jdbc;
    @Autowired CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Database database = Infrastructure.freshDatabase("payments");
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add(
                "spring.kafka.bootstrap-servers", () -> Infrastructure.kafka().bootstrapServers());
        registry.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> SIMULATOR.issuer().issuer());
        registry.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "springtide");
        registry.add(
                "springtide.payment-token.key",
                () -> Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("springtide.provider.base-url", PROVIDER::url);
        registry.add("springtide.provider.api-key", () -> API_KEY);
        registry.add("springtide.provider.webhook-secrets", () -> OLD_SECRET + "," + SECRET);
        registry.add("springtide.payment.first-retry", () -> "200ms");
        registry.add("springtide.payment.longest-retry", () -> "2s");
        // Tests compare with the provider's list themselves.
        registry.add("springtide.reconciliation.grace", () -> "1h");
    }

    @BeforeEach
    void calm() {
        WEBHOOKS.to("http://127.0.0.1:" + port + "/api/v1/provider-events/simulator");
        PROVIDER.to(SIMULATOR.providerUrl());
        SIMULATOR.change(provider(0, Webhooks.NONE));
        breaker().reset();
    }

    CircuitBreaker breaker() {
        return breakers.circuitBreaker("payment-provider");
    }

    /** Nothing is claimed until the breaker is reset. */
    void holdBack() {
        breaker().transitionToForcedOpenState();
    }

    static ProviderSettings provider(int latencyMillis, Webhooks webhooks) {
        return new ProviderSettings(latencyMillis, 0, 0, 0, webhooks, 0, false, false, 1);
    }

    static ProviderSettings outage() {
        return new ProviderSettings(0, 0, 0, 0, Webhooks.NONE, 0, false, true, 1);
    }

    /** Hands commands to the service as a wave of one transaction. */
    void handle(PaymentCommand... wave) {
        handle(List.of(wave));
    }

    void handle(List<? extends PaymentCommand> wave) {
        transactions.executeWithoutResult(status -> commands.handle(wave));
    }

    RequestPayment request(UUID orderId, String token) {
        return request(orderId, token, 1);
    }

    RequestPayment request(UUID orderId, String token, long orderVersion) {
        return new RequestPayment(
                orderId, "alice", AMOUNT, tokens.encrypt(token, orderId), orderVersion, null);
    }

    UUID requested(String token) {
        UUID orderId = ids.next();
        handle(request(orderId, token));
        return orderId;
    }

    UUID captured() {
        UUID orderId = requested("tok_visa");
        awaitStatus(orderId, "CAPTURED");
        return orderId;
    }

    static CancelPayment cancel(UUID orderId) {
        return cancel(orderId, 1);
    }

    static CancelPayment cancel(UUID orderId, long orderVersion) {
        return new CancelPayment(orderId, "alice", orderVersion, null);
    }

    static RefundPayment refund(UUID orderId, UUID refundId, String amount) {
        return refund(orderId, refundId, amount, 1);
    }

    static RefundPayment refund(UUID orderId, UUID refundId, String amount, long orderVersion) {
        return new RefundPayment(orderId, refundId, Money.of(amount, "EUR"), orderVersion);
    }

    void awaitStatus(UUID orderId, String status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(orderId).equals(status));
    }

    void awaitClosed(UUID orderId) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events(orderId).contains("closed"));
    }

    String status(UUID orderId) {
        return jdbc.sql("SELECT status FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    UUID paymentId(UUID orderId) {
        return jdbc.sql("SELECT id FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(UUID.class)
                .single();
    }

    String chargeKey(UUID orderId) {
        return ProviderKeys.charge(paymentId(orderId));
    }

    /** The kinds of events announced about an order so far, in order. */
    List<String> events(UUID orderId) {
        return jdbc
                .sql("SELECT type FROM outbox WHERE aggregate_id = ? ORDER BY seq")
                .param(orderId.toString())
                .query(String.class)
                .list()
                .stream()
                .map(type -> String.valueOf(type).replaceAll("dev.springtide.payment.|.v1", ""))
                .toList();
    }

    /** What the provider keeps of the customer's money, in cents. */
    static long kept(UUID orderId) {
        return LEDGER.of(orderId).stream().mapToLong(ProviderLedger.Entry::flow).sum();
    }
}
