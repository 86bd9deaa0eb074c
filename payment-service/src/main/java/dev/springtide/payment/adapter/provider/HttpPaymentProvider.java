package dev.springtide.payment.adapter.provider;

import dev.springtide.json.ContractJson;
import dev.springtide.money.Money;
import dev.springtide.payment.application.ClaimedOperation;
import dev.springtide.payment.application.PaymentProvider;
import dev.springtide.payment.application.UnclearAnswerException;
import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.ProviderAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/**
 * The provider's HTTP interface. A 4xx to the first try of a key is a refusal; to a later one it
 * may be about what an earlier try did, and stays a doubt.
 */
public final class HttpPaymentProvider implements PaymentProvider, AutoCloseable {

    private final String base;
    private final String authorization;
    private final ProviderHttp http;

    /**
     * @param base without a slash at the end
     * @param timeout for a whole call
     */
    public HttpPaymentProvider(URI base, String apiKey, Duration connectTimeout, Duration timeout) {
        this.base = base.toString();
        this.authorization = "Bearer " + apiKey;
        this.http = new ProviderHttp(connectTimeout, timeout);
    }

    private record ChargeRequest(Money amount, String token, String reference) {}

    private record RefundRequest(String chargeKey, Money amount) {}

    @Override
    public int admits(int wanted) {
        return wanted;
    }

    @Override
    public Optional<ProviderAnswer> ask(ClaimedOperation operation) {
        return switch (operation.kind()) {
            case CHARGE -> ask(operation, "/v1/charges/");
            case REFUND -> ask(operation, "/v1/refunds/");
            // A void is its own question: it does nothing the second time and says how it stands.
            case VOID -> Optional.empty();
        };
    }

    @Override
    public ProviderAnswer charge(ClaimedOperation operation, String token) {
        ChargeRequest body =
                new ChargeRequest(operation.amount(), token, operation.orderId().toString());
        ProviderHttp.Answer answer = http.call(post(operation, "/v1/charges", body));
        if (answer.status() == 200) {
            return charge(answer);
        }
        if (operation.inDoubt() || !isRefusal(answer.status())) {
            throw unclear(answer);
        }
        return new ProviderAnswer.Declined("refused_" + answer.status());
    }

    @Override
    public ProviderAnswer voidCharge(ClaimedOperation operation) {
        HttpRequest request =
                request(operation, "/v1/charges/" + operation.chargeKey() + "/void")
                        .POST(BodyPublishers.noBody())
                        .build();
        ProviderHttp.Answer answer = http.call(request);
        if (answer.status() == 409) {
            return new ProviderAnswer.VoidRefused();
        }
        if (answer.status() != 200) {
            throw unclear(answer);
        }
        ProviderAnswer said = charge(answer);
        if (said instanceof ProviderAnswer.Captured) {
            throw unclear(answer);
        }
        return said;
    }

    @Override
    public ProviderAnswer refund(ClaimedOperation operation) {
        RefundRequest body = new RefundRequest(operation.chargeKey(), operation.amount());
        ProviderHttp.Answer answer = http.call(post(operation, "/v1/refunds", body));
        if (answer.status() == 200) {
            return refund(answer);
        }
        if (operation.inDoubt() || !isRefusal(answer.status())) {
            throw unclear(answer);
        }
        return new ProviderAnswer.RefundRefused("refused_" + answer.status());
    }

    @Override
    public void close() {
        http.close();
    }

    private Optional<ProviderAnswer> ask(ClaimedOperation operation, String path) {
        ProviderHttp.Answer answer =
                http.call(request(operation, path + operation.providerKey()).GET().build());
        return switch (answer.status()) {
            case 404 -> Optional.empty();
            case 200 ->
                    Optional.of(
                            operation.kind() == OperationKind.REFUND
                                    ? refund(answer)
                                    : charge(answer));
            default -> throw unclear(answer);
        };
    }

    private static ProviderAnswer charge(ProviderHttp.Answer answer) {
        ProviderReply reply = answer.as(ProviderReply.class);
        String code = reply.declineCode();
        return switch (reply.status()) {
            case CAPTURED -> new ProviderAnswer.Captured();
            case DECLINED -> new ProviderAnswer.Declined(code == null ? "declined" : code);
            case CANCELED -> new ProviderAnswer.Canceled();
            case VOIDED -> new ProviderAnswer.Voided();
            case SUCCEEDED, FAILED -> throw unclear(answer);
            case null -> throw unclear(answer);
        };
    }

    private static ProviderAnswer refund(ProviderHttp.Answer answer) {
        ProviderReply reply = answer.as(ProviderReply.class);
        String reason = reply.reason();
        return switch (reply.status()) {
            case SUCCEEDED -> new ProviderAnswer.Refunded();
            case FAILED -> new ProviderAnswer.RefundRefused(reason == null ? "failed" : reason);
            case CAPTURED, DECLINED, CANCELED, VOIDED -> throw unclear(answer);
            case null -> throw unclear(answer);
        };
    }

    private static boolean isRefusal(int status) {
        return status == 400 || status == 402 || status == 404 || status == 422;
    }

    private static UnclearAnswerException unclear(ProviderHttp.Answer answer) {
        return new UnclearAnswerException("status " + answer.status() + " leaves it open", null);
    }

    private HttpRequest post(ClaimedOperation operation, String path, Object body) {
        return request(operation, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", operation.providerKey())
                .POST(BodyPublishers.ofByteArray(ContractJson.mapper().writeValueAsBytes(body)))
                .build();
    }

    private HttpRequest.Builder request(ClaimedOperation operation, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", authorization);
        String traceparent = operation.traceparent();
        return traceparent == null ? request : request.header("traceparent", traceparent);
    }
}
