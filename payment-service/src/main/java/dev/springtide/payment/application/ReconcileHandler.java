package dev.springtide.payment.application;

import dev.springtide.payment.application.ReconciliationBooks.Difference;
import dev.springtide.payment.application.Settlement.ProviderEvent;
import dev.springtide.payment.domain.LedgerLine;
import dev.springtide.payment.domain.LedgerLine.Kind;
import dev.springtide.payment.domain.OwnRecord;
import dev.springtide.payment.domain.Payment;
import dev.springtide.payment.domain.ProviderAnswer;
import dev.springtide.payment.domain.ProviderKeys;
import dev.springtide.payment.domain.Reconciliation;
import dev.springtide.payment.domain.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the provider's list with our records, page by page, and goes on where it stopped. What
 * we wait for is taken in as if the provider had told it; what was taken in vain goes back once it
 * is proven to be ours; everything else is counted and left alone. A page that cannot be finished
 * is begun again by the next run, which changes nothing twice.
 */
public class ReconcileHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileHandler.class);
    private static final String SOURCE = "reconciliation";
    private static final int PAGE = 100;

    private final ProviderStatement statement;
    private final ReconciliationBooks books;
    private final ReceiveProviderEvent events;
    private final Reversal reversal;
    private final PaymentProvider provider;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Duration grace;

    /**
     * @param grace lines younger than this wait: their tries may still be answered
     */
    public ReconcileHandler(
            ProviderStatement statement,
            ReconciliationBooks books,
            ReceiveProviderEvent events,
            PaymentProvider provider,
            MeterRegistry meters,
            Clock clock,
            Duration grace) {
        this.statement = statement;
        this.books = books;
        this.events = events;
        this.provider = provider;
        this.reversal = new Reversal(provider);
        this.meters = meters;
        this.clock = clock;
        this.grace = grace;
        for (String outcome : List.of("matched", "foreign", "news", "given back", "unexplained")) {
            count(outcome, 0);
        }
    }

    /**
     * Reads the list to its present end.
     *
     * @throws NeverLeftException when the provider cannot be reached
     * @throws UnclearAnswerException when the provider's answer leaves something open
     */
    public void run() {
        Instant settled = clock.instant().minus(grace);
        long position = books.position();
        boolean more = true;
        while (more) {
            List<LedgerLine> page = statement.after(position, PAGE);
            List<LedgerLine> due =
                    page.stream().takeWhile(line -> line.at().isBefore(settled)).toList();
            if (!due.isEmpty()) {
                reconcile(due);
                position = due.getLast().position();
            }
            more = due.size() == PAGE;
        }
        lookForUnseen();
    }

    private void reconcile(List<LedgerLine> lines) {
        Map<Long, OwnRecord> own = books.find(lines);
        Set<Long> ownOrders = books.namingOurOrders(lines);
        List<UUID> captured = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (LedgerLine line : lines) {
            OwnRecord known = own.get(line.position());
            Verdict verdict =
                    Reconciliation.judge(line, known, ownOrders.contains(line.position()));
            String why = carryOut(line, verdict);
            if (why != null) {
                differences.add(new Difference(line.position(), line.key(), line.reference(), why));
            } else if (known != null && line.kind() == Kind.CHARGE_CAPTURED) {
                captured.add(known.payment().id());
            }
        }
        differences.forEach(ReconcileHandler::report);
        books.reconciled(lines.getLast().position(), captured, differences);
    }

    /** Why it cannot be explained; null when it can. */
    private @Nullable String carryOut(LedgerLine line, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Matched() -> count("matched", 1);
            case Verdict.Foreign() -> count("foreign", 1);
            case Verdict.News(Payment payment, ProviderAnswer answer) ->
                    learn(line, payment, answer);
            case Verdict.TakenInVain(Payment payment) -> giveBack(payment);
            case Verdict.Unexplained(String why) -> unexplained(why);
        };
    }

    private @Nullable String learn(LedgerLine line, Payment payment, ProviderAnswer answer) {
        ProviderEvent event =
                new ProviderEvent(
                        payment.orderId(),
                        line.key(),
                        answer,
                        SOURCE,
                        "line-" + line.position(),
                        line.kind().name());
        if (!events.store(event)) {
            throw new UnclearAnswerException("line " + line.position() + " is not stored", null);
        }
        return count("news", 1);
    }

    private @Nullable String giveBack(Payment payment) {
        return switch (reversal.giveBack(payment)) {
            case GIVEN_BACK -> {
                LOG.warn("A charge taken in vain for order {} was given back", payment.orderId());
                yield count("given back", 1);
            }
            case NOTHING_TAKEN -> count("matched", 1);
            case REFUSED -> unexplained("taken in vain, and the provider gives nothing back");
        };
    }

    /** The other way round: what we believe captured has to be on the list. */
    private void lookForUnseen() {
        List<Payment> unseen = books.unseen(PAGE);
        List<Difference> differences = new ArrayList<>();
        for (Payment payment : unseen) {
            if (provider.ask(Reversal.charge(payment)).isEmpty()) {
                count("unexplained", 1);
                differences.add(
                        new Difference(
                                0,
                                ProviderKeys.charge(payment.id()),
                                payment.orderId().toString(),
                                "captured by our books, unknown to the provider"));
            }
        }
        differences.forEach(ReconcileHandler::report);
        books.completed(unseen, differences);
    }

    private static void report(Difference difference) {
        LOG.error("The provider's list and our records differ: {}", difference);
    }

    private String unexplained(String why) {
        count("unexplained", 1);
        return why;
    }

    private @Nullable String count(String outcome, int lines) {
        meters.counter("payment.reconciled", "outcome", outcome).increment(lines);
        return null;
    }
}
