package dev.springtide.payment.adapter.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.springtide.money.Money;
import dev.springtide.payment.application.ProviderStatement;
import dev.springtide.payment.application.UnclearAnswerException;
import dev.springtide.payment.domain.LedgerLine;
import dev.springtide.payment.domain.LedgerLine.Kind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The provider's list over HTTP: {@code GET /v1/ledger}. */
public final class HttpProviderStatement implements ProviderStatement, AutoCloseable {

    private final String base;
    private final String authorization;
    private final ProviderHttp http;

    /**
     * @param base without a slash at the end
     * @param timeout for a whole call
     */
    public HttpProviderStatement(
            URI base, String apiKey, Duration connectTimeout, Duration timeout) {
        this.base = base.toString();
        this.authorization = "Bearer " + apiKey;
        this.http = new ProviderHttp(connectTimeout, timeout);
    }

    enum EntryKind {
        @JsonProperty("charge")
        CHARGE,
        @JsonProperty("void")
        VOID,
        @JsonProperty("refund")
        REFUND
    }

    record Page(List<Entry> entries) {}

    record Entry(
            long n,
            EntryKind kind,
            String key,
            String chargeKey,
            @Nullable String reference,
            @Nullable Money amount,
            ProviderReply.Status status,
            Instant at) {}

    @Override
    public List<LedgerLine> after(long position, int limit) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s/v1/ledger?after=%d&limit=%d"
                                                .formatted(base, position, limit)))
                        .header("Authorization", authorization)
                        .GET()
                        .build();
        ProviderHttp.Answer answer = http.call(request);
        if (answer.status() != 200) {
            throw new UnclearAnswerException("status " + answer.status() + " for the list", null);
        }
        return answer.as(Page.class).entries().stream().map(HttpProviderStatement::line).toList();
    }

    @Override
    public void close() {
        http.close();
    }

    private static LedgerLine line(Entry entry) {
        return new LedgerLine(
                entry.n(),
                kind(entry),
                entry.key(),
                entry.chargeKey(),
                entry.reference(),
                entry.amount(),
                entry.at());
    }

    private static Kind kind(Entry entry) {
        return switch (entry.status()) {
            case CAPTURED -> required(entry, EntryKind.CHARGE, Kind.CHARGE_CAPTURED);
            case DECLINED -> required(entry, EntryKind.CHARGE, Kind.CHARGE_DECLINED);
            case VOIDED -> required(entry, EntryKind.VOID, Kind.CHARGE_VOIDED);
            case CANCELED -> required(entry, EntryKind.VOID, Kind.CHARGE_CANCELED);
            case SUCCEEDED -> required(entry, EntryKind.REFUND, Kind.REFUND_SUCCEEDED);
            case FAILED -> required(entry, EntryKind.REFUND, Kind.REFUND_FAILED);
        };
    }

    private static Kind required(Entry entry, EntryKind expected, Kind kind) {
        if (entry.kind() != expected) {
            throw new UnclearAnswerException("line " + entry.n() + " is not understood", null);
        }
        return kind;
    }
}
