package dev.springtide.localstack.launcher.audit;

import java.util.Set;
import java.util.UUID;

/**
 * What to hold the platform to.
 *
 * @param settled nothing is in motion any more: every order terminal, everything undone that had to
 *     be
 * @param acknowledged orders a client was told of: each must exist
 * @param planted records on the topics that no service wrote, put there on purpose: passed over
 */
public record AuditOptions(boolean settled, Set<UUID> acknowledged, Set<RecordPlace> planted) {

    public static final AuditOptions IN_MOTION = new AuditOptions(false, Set.of());
    public static final AuditOptions SETTLED = new AuditOptions(true, Set.of());

    public AuditOptions {
        acknowledged = Set.copyOf(acknowledged);
        planted = Set.copyOf(planted);
    }

    public AuditOptions(boolean settled, Set<UUID> acknowledged) {
        this(settled, acknowledged, Set.of());
    }
}
