package dev.springtide.parking;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The operator's means to look at, replay and discard parked records. */
public class ParkedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);

    private final ParkedRecordRows rows;
    private final TransactionOperations transactions;
    private final ReplayTargets targets;

    ParkedRecords(
            ParkedRecordRows rows, TransactionOperations transactions, ReplayTargets targets) {
        this.rows = rows;
        this.transactions = transactions;
        this.targets = targets;
    }

    /** Records of a status with ids below the given one, newest first. */
    public List<ParkedRecord> list(ParkedRecord.Status status, long below, int limit) {
        return rows.list(status, below, limit);
    }

    /** A record by its id, whatever became of it. */
    public ParkedRecord get(long id) {
        return rows.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.NOT_FOUND, "There is no such parked record."));
    }

    /**
     * Applies what waits of the record's aggregate, oldest first, each record in a transaction of
     * its own, until nothing waits or one fails. Records that are parked meanwhile are included.
     */
    public ReplayResult replay(long id, String operator) {
        ParkedRecord named = getWaiting(id);
        ReplayTargets.ReplayTarget target =
                targets.find(named.consumer())
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.CONFLICT,
                                        "The consumer does not run in this service."));
        int replayed = 0;
        Optional<String> error = Optional.empty();
        boolean more = true;
        while (more) {
            Step step = new Step(named, operator, target);
            more = step.run();
            replayed += more ? 1 : 0;
            error = step.error;
        }
        long remaining = rows.waiting(named.consumer(), named.aggregateId());
        return new ReplayResult(replayed, remaining, error.orElse(null));
    }

    /** Gives a record up; those behind it can then be replayed. */
    public ParkedRecord discard(long id, String operator, String reason) {
        transactions.executeWithoutResult(status -> {
            ParkedRecord named = getWaiting(id);
            rows.lock(named.consumer(), named.aggregateId());
            getWaiting(id);
            rows.resolve(id, ParkedRecord.Status.DISCARDED, operator, reason);
        });
        LOG.warn("{} discarded parked record {}: {}", operator, id, reason);
        return get(id);
    }

    private ParkedRecord getWaiting(long id) {
        ParkedRecord named = get(id);
        if (named.status() != ParkedRecord.Status.PARKED) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The record is %s already.".formatted(named.status()));
        }
        return named;
    }

    /** The replay of one record. */
    private final class Step {
        private final ParkedRecord named;
        private final String operator;
        private final ReplayTargets.ReplayTarget target;
        private Optional<ParkedRecord> head = Optional.empty();
        private Optional<String> error = Optional.empty();

        Step(ParkedRecord named, String operator, ReplayTargets.ReplayTarget target) {
            this.named = named;
            this.operator = operator;
            this.target = target;
        }

        /** Whether a record was applied. */
        boolean run() {
            try {
                transactions.executeWithoutResult(status -> applyHead());
                return head.isPresent();
            } catch (Exception | Error e) {
                if (head.isEmpty()) {
                    throw e;
                }
                LOG.warn("Parked record {} cannot be replayed", head.get().id(), e);
                error = Optional.of(e.toString());
                rows.failed(head.get().id(), RecordToPark.storable(e.toString()));
                return false;
            }
        }

        private void applyHead() {
            rows.lock(named.consumer(), named.aggregateId());
            head = rows.head(named.consumer(), named.aggregateId());
            head.ifPresent(record -> {
                target.apply(record);
                rows.resolve(record.id(), ParkedRecord.Status.REPLAYED, operator, null);
            });
        }
    }
}
