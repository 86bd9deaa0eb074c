package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.util.Set;

/** One kind of fault, provoked while orders come in. */
public interface Scenario {

    /** As it is named on the command line. */
    String name();

    /** What happens, and what must hold all the same. */
    String about();

    /** Whether it holds answers against milliseconds: then the platform is warmed up for longer. */
    default boolean judgesLatency() {
        return false;
    }

    /** Whether {@code ./mvnw verify} runs its short form: then a short run of all goes without. */
    default boolean isPartOfVerify() {
        return false;
    }

    /** Whether its processes live for a minute or so: C2 costs them more than it saves them. */
    default boolean isShortOfLife(boolean brief) {
        return brief;
    }

    /**
     * Orders offered per second in its full form, where the command line says nothing else; 0 for
     * the usual rate.
     */
    default int rate() {
        return 0;
    }

    /**
     * Services of which more than one instance runs; of the others one, so that the machine has
     * time for the orders.
     */
    default Set<Part> several(boolean brief) {
        return Set.of();
    }

    /**
     * Provokes the fault and heals it. The stream runs before, meanwhile and after; its end, the
     * wait for terminal orders and the audit are not the scenario's business.
     */
    @SuppressWarnings("java:S112")
    void run(World world) throws Exception;
}
