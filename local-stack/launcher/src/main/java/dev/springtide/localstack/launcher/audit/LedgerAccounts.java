package dev.springtide.localstack.launcher.audit;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The provider's ledger, added up by the order each charge names. */
final class LedgerAccounts {

    /**
     * The money the provider holds for one order.
     *
     * @param charges how many captures were not voided
     * @param net captured, less voids and refunds, in the currency's smallest unit
     */
    record Account(int charges, long net) {
        static final Account EMPTY = new Account(0, 0);

        private Account plus(int moreCharges, long amount) {
            return new Account(charges + moreCharges, net + amount);
        }
    }

    private static final int PAGE = 1_000;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> orderOfCharge = new HashMap<>();
    private final Set<String> captured = new HashSet<>();
    private long entries;

    private LedgerAccounts() {}

    static LedgerAccounts read(AuditTarget target) {
        ApiClient provider = new ApiClient(target.provider(), target.providerApiKey());
        LedgerAccounts ledger = new LedgerAccounts();
        long after = 0;
        while (true) {
            Answer page = provider.get("/v1/ledger?after=" + after + "&limit=" + PAGE);
            if (!page.isSuccess()) {
                throw new IllegalStateException("the provider's ledger answers " + page.status());
            }
            JsonNode found = page.body().path("entries");
            for (JsonNode entry : found) {
                ledger.book(entry);
                after = Math.max(after, entry.path("n").asLong());
            }
            if (found.isEmpty()) {
                return ledger;
            }
        }
    }

    Account of(String orderId) {
        return accounts.getOrDefault(orderId, Account.EMPTY);
    }

    Map<String, Account> accounts() {
        return accounts;
    }

    long entries() {
        return entries;
    }

    private void book(JsonNode entry) {
        entries++;
        String key = entry.path("chargeKey").asString("");
        String status = entry.path("status").asString("");
        switch (entry.path("kind").asString("")) {
            case "charge" -> {
                orderOfCharge.put(key, entry.path("reference").asString(""));
                if (status.equals("captured") && captured.add(key)) {
                    add(key, 1, minor(entry.path("amount")));
                }
            }
            case "void" -> {
                if (status.equals("voided") && captured.remove(key)) {
                    add(key, -1, -minor(entry.path("amount")));
                }
            }
            case "refund" -> {
                if (status.equals("succeeded")) {
                    add(key, 0, -minor(entry.path("amount")));
                }
            }
            default -> throw new IllegalStateException("unknown kind of ledger entry: " + entry);
        }
    }

    private void add(String chargeKey, int charges, long amount) {
        String order = orderOfCharge.getOrDefault(chargeKey, chargeKey);
        accounts.put(order, of(order).plus(charges, amount));
    }

    private static long minor(JsonNode amount) {
        int scale =
                Currency.getInstance(amount.path("currency").asString()).getDefaultFractionDigits();
        return new BigDecimal(amount.path("amount").asString())
                .movePointRight(scale)
                .longValueExact();
    }
}
