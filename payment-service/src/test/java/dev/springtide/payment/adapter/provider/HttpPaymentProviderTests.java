package dev.springtide.payment.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.springtide.money.Money;
import dev.springtide.payment.application.ClaimedOperation;
import dev.springtide.payment.application.UnclearAnswerException;
import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.ProviderAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the provider, or the lack of one, is taken for. */
class HttpPaymentProviderTests {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpPaymentProvider provider;
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile boolean slowBody;

    HttpPaymentProviderTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        provider =
                new HttpPaymentProvider(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        "key",
                        Duration.ofMillis(500),
                        TIMEOUT);
    }

    @BeforeEach
    void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        provider.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"captured, captured", "declined, declined", "canceled, canceled", "voided, voided"})
    void understandsWhatBecameOfACharge(String said, String outcome) {
        body = "{\"status\":\"%s\",\"unknown\":{}}".formatted(said);

        assertThat(provider.charge(charge(false), "tok").outcome()).isEqualTo(outcome);
    }

    @Test
    void keepsTheDeclineCode() {
        body = "{\"status\":\"declined\",\"declineCode\":\"expired_card\"}";

        assertThat(provider.charge(charge(false), "tok"))
                .isEqualTo(new ProviderAnswer.Declined("expired_card"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"status\":\"pending\"}", "{\"status\":\"succeeded\"}"})
    void doubtsAnAnswerItDoesNotUnderstand(String answer) {
        body = answer;

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(UnclearAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 409, 418, 500, 502, 503, 504})
    void doubtsStatusesThatLeaveItOpen(int open) {
        status = open;

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(UnclearAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 422})
    void takesARefusalForADeclineAtTheFirstTryOnly(int refusal) {
        status = refusal;

        assertThat(provider.charge(charge(false), "tok"))
                .isEqualTo(new ProviderAnswer.Declined("refused_" + refusal));
        assertThatThrownBy(() -> provider.charge(charge(true), "tok"))
                .isInstanceOf(UnclearAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void knowsThatWhatWasTurnedAwayHadNoEffect(int turnedAway) {
        status = turnedAway;

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(TurnedAwayException.class);
    }

    @Test
    void doubtsAnAnswerThatDoesNotEnd() {
        slowBody = true;
        long start = System.nanoTime();

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(UnclearAnswerException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(5));
    }

    @Test
    void doubtsAnAnswerWithoutMeasure() {
        body = "x".repeat(100_000);

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(UnclearAnswerException.class);
    }

    @Test
    void knowsThatNothingLeftWhenNobodyListens() {
        server.stop(0);

        assertThatThrownBy(() -> provider.charge(charge(false), "tok"))
                .isInstanceOf(UnreachableException.class);
    }

    @Test
    void findsNothingUnderAKeyThatWasNeverUsed() {
        status = 404;

        assertThat(provider.ask(charge(true))).isEmpty();
    }

    @Test
    void refundsWhatCannotBeVoided() {
        status = 409;

        assertThat(provider.voidCharge(operation(OperationKind.VOID, false)).outcome())
                .isEqualTo("void refused");
    }

    @Test
    void understandsWhatBecameOfARefund() {
        body = "{\"status\":\"succeeded\"}";
        assertThat(provider.refund(operation(OperationKind.REFUND, false)).outcome())
                .isEqualTo("refunded");

        body = "{\"status\":\"failed\",\"reason\":\"too_old\"}";
        assertThat(provider.refund(operation(OperationKind.REFUND, false)))
                .isEqualTo(new ProviderAnswer.RefundRefused("too_old"));
    }

    private static ClaimedOperation charge(boolean inDoubt) {
        return operation(OperationKind.CHARGE, inDoubt);
    }

    private static ClaimedOperation operation(OperationKind kind, boolean inDoubt) {
        UUID payment = new UUID(0, 1);
        return new ClaimedOperation(
                payment + ":" + kind,
                1,
                kind,
                new UUID(0, 2),
                payment,
                Money.of("1.00", "EUR"),
                inDoubt,
                null,
                null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        if (!slowBody) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, 0);
        OutputStream out = exchange.getResponseBody();
        out.write('{');
        out.flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
