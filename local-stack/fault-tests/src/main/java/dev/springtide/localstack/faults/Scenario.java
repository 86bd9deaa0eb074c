package dev.springtide.localstack.faults;

/** One kind of fault, provoked while orders come in. */
public interface Scenario {

    /** As it is named on the command line. */
    String name();

    /** What happens, and what must hold all the same. */
    String about();

    /**
     * Provokes the fault and heals it. The stream runs before, meanwhile and after; its end, the
     * wait for terminal orders and the audit are not the scenario's business.
     */
    @SuppressWarnings("java:S112")
    void run(World world) throws Exception;
}
