package dev.springtide.localstack.launcher.audit;

import dev.springtide.localstack.launcher.audit.Records.Order;
import dev.springtide.localstack.launcher.audit.Records.Payment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares everything, while the platform goes on.
 *
 * <p>The sources cannot be read at one instant, so an order in motion looks inconsistent for a
 * moment. Only what is still found in later passes, seconds apart, is a breach.
 */
public final class Audit {

    private static final int PASSES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final AuditTarget target;
    private final AuditOptions options;

    public Audit(AuditTarget target, AuditOptions options) {
        this.target = target;
        this.options = options;
    }

    /**
     * Looks until a pass is clean, at most three times.
     *
     * @throws AuditException when a source cannot be read
     */
    public AuditReport run() throws InterruptedException {
        List<Finding> confirmed = pass();
        for (int pass = 1; pass < PASSES && !isClean(confirmed); pass++) {
            Thread.sleep(PAUSE);
            confirmed = confirm(confirmed, pass());
        }
        return AuditReport.of(options, confirmed);
    }

    private static boolean isClean(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.breaches().isEmpty());
    }

    private static List<Finding> confirm(List<Finding> earlier, List<Finding> later) {
        List<Finding> confirmed = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            confirmed.add(earlier.get(i).confirmedBy(later.get(i)));
        }
        return confirmed;
    }

    /**
     * The same checks in the same order each time. What follows is read before what it follows
     * from.
     */
    private List<Finding> pass() {
        List<Finding> findings = new ArrayList<>();
        PublishedEvents published =
                PublishedEvents.read(target.bootstrapServers(), options.planted());
        LedgerAccounts ledger = LedgerAccounts.read(target);
        Map<UUID, Payment> payments = Records.payments(target.payments());
        Map<UUID, Records.Reservation> reservations = Records.reservations(target.inventory());
        Map<UUID, Order> orders = Records.orders(target.orders());
        SqlCheck.all(target).forEach(check -> findings.add(check.run(options.settled())));
        CrossChecks cross = new CrossChecks(options, orders);
        findings.add(cross.acknowledged());
        findings.add(cross.reservations(reservations));
        findings.add(cross.payments(payments));
        findings.add(cross.ledger(payments, ledger));
        findings.addAll(new OutboxChecks(published).run(target));
        return findings;
    }
}
