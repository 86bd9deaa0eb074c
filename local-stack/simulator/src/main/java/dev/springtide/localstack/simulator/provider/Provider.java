package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.Answer;
import dev.springtide.localstack.simulator.http.BadRequestException;
import dev.springtide.localstack.simulator.http.Json;
import dev.springtide.localstack.simulator.http.Request;
import dev.springtide.localstack.simulator.http.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** `/provider/v1`: the provider's HTTP interface over {@link Charges}. */
public final class Provider implements Route, AutoCloseable {

    public static final String PREFIX = "/provider/v1";

    private static final int LONGEST_PAGE = 10_000;

    private final byte[] authorization;
    private final Ledger ledger = new Ledger();
    private final Traffic traffic = new Traffic();
    private final Journal journal;
    private final WebhookSender webhooks;
    private final Charges charges;
    private volatile ProviderSettings settings;

    /**
     * @param journalFile null to keep nothing beyond the process
     * @param target null to send no webhooks
     */
    public Provider(
            String apiKey,
            @Nullable Path journalFile,
            @Nullable WebhookTarget target,
            ProviderSettings settings)
            throws IOException {
        this.authorization = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
        this.settings = settings;
        journal =
                new Journal(
                        journalFile == null ? null : new JournalFile(journalFile), ledger::apply);
        webhooks = new WebhookSender(target);
        charges = new Charges(ledger, journal, webhooks);
    }

    public ProviderSettings settings() {
        return settings;
    }

    public void change(ProviderSettings changed) {
        settings = changed;
    }

    @Override
    public Answer answer(Request request) throws InterruptedException {
        if (!authorized(request.header("Authorization"))) {
            return Answer.error(401, "unauthorized");
        }
        if (request.path().isEmpty()) {
            return Answer.error(404, "not_found");
        }
        return switch (request.path().getFirst()) {
            case "settings" -> settings(request);
            case "ledger" -> page(request);
            case "traffic" -> Answer.ok(traffic.counts());
            case "charges", "refunds" -> business(request);
            default -> Answer.error(404, "not_found");
        };
    }

    @Override
    public void close() throws IOException {
        webhooks.close();
        journal.close();
    }

    private Answer business(Request request) throws InterruptedException {
        traffic.count(request);
        if (settings.outage()) {
            return Answer.error(503, "unavailable");
        }
        return request.path().getFirst().equals("charges") ? charges(request) : refunds(request);
    }

    private Answer charges(Request request) throws InterruptedException {
        ProviderSettings now = settings;
        if (request.is("POST", 1)) {
            ChargeRequest charge = request.json(ChargeRequest.class);
            return after(
                    now.latencyMillis() + charge.extraLatencyMillis(),
                    () -> charges.charge(idempotencyKey(request), charge, now));
        }
        if (request.is("GET", 2)) {
            return charges.found(request.path().get(1));
        }
        if (request.is("POST", 3) && request.path().get(2).equals("void")) {
            return after(now.latencyMillis(), () -> charges.cancel(request.path().get(1), now));
        }
        return Answer.error(404, "not_found");
    }

    private Answer refunds(Request request) throws InterruptedException {
        ProviderSettings now = settings;
        if (request.is("POST", 1)) {
            RefundRequest refund = request.json(RefundRequest.class);
            return after(
                    now.latencyMillis(),
                    () -> charges.refund(idempotencyKey(request), refund, now));
        }
        if (request.is("GET", 2)) {
            Refund refund = ledger.refund(request.path().get(1));
            return refund == null ? Answer.error(404, "not_found") : Answer.ok(refund);
        }
        return Answer.error(404, "not_found");
    }

    private Answer page(Request request) {
        long after = number(request, "after", 0, 0, Long.MAX_VALUE);
        int limit = (int) number(request, "limit", 1_000, 1, LONGEST_PAGE);
        List<LedgerEntry.View> entries =
                ledger.page(after, limit).stream().map(LedgerEntry::view).toList();
        return Answer.ok(new Page(entries, entries.size() < limit ? null : entries.getLast().n()));
    }

    /**
     * A page of the ledger.
     *
     * @param next continues after this page; absent at the end
     */
    private record Page(List<LedgerEntry.View> entries, @Nullable Long next) {}

    /** PUT changes the fields it names and leaves the others as they are. */
    private Answer settings(Request request) {
        if (request.method().equals("PUT")) {
            ObjectNode merged = Json.MAPPER.valueToTree(settings);
            merged.setAll(request.json(ObjectNode.class));
            settings = settingsOf(merged);
        }
        return Answer.ok(settings);
    }

    private static ProviderSettings settingsOf(JsonNode fields) {
        try {
            return Json.MAPPER.treeToValue(fields, ProviderSettings.class);
        } catch (tools.jackson.core.JacksonException malformed) {
            throw new BadRequestException(malformed.getOriginalMessage());
        }
    }

    private static Answer after(int latencyMillis, Supplier<Answer> answer)
            throws InterruptedException {
        if (latencyMillis > 0) {
            Thread.sleep(Duration.ofMillis(latencyMillis));
        }
        return answer.get();
    }

    private boolean authorized(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(authorization, header.getBytes(StandardCharsets.UTF_8));
    }

    private static String idempotencyKey(Request request) {
        String key = request.header("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > 255) {
            throw new BadRequestException("Idempotency-Key of 1 to 255 characters is required");
        }
        return key;
    }

    private static long number(Request request, String name, long absent, long min, long max) {
        String value = request.query().get(name);
        try {
            long number = value == null ? absent : Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new BadRequestException(name + " must be a number");
        }
        throw new BadRequestException(name + " must be " + min + " to " + max);
    }
}
