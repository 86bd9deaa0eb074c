package dev.springtide.order.application.intake;

/** Tells a failure of the database from a failure of what was written to it. */
@FunctionalInterface
public interface Outages {

    /**
     * Whether the same batch may well succeed later: the connection, its COMMIT or a resource
     * failed. Whether anything was committed is then unknown.
     */
    boolean isOutage(RuntimeException failure);
}
