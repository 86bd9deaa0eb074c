package dev.springtide.localstack.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for.
 *
 * @param task what to do
 * @param scenarios their names; none for all
 */
record CommandLine(Task task, List<String> scenarios, Settings settings) {

    static final String USAGE =
            "usage: ./faults [--list | --keep | --table] [--short] [--seed N] [--instances N]"
                    + " [--rate ORDERS_PER_SECOND] [--kills N] [--orders N] [SCENARIO...]";

    private static final int INSTANCES = 2;
    private static final int KILLS = 200;
    private static final int ORDERS = 100_000;
    private static final int FEW_KILLS = 8;

    /** What the command is for. */
    enum Task {
        RUN,
        /** Names what can be run. */
        LIST,
        /** Puts the verdicts of the last run among the results, and makes the table anew. */
        KEEP,
        /** Makes the table of the guarantees from the results. */
        TABLE
    }

    /**
     * @throws IllegalArgumentException with a message for the person at the command line
     */
    static CommandLine parse(String[] line, Path root) {
        List<String> scenarios = new ArrayList<>();
        Task task = Task.RUN;
        boolean brief = false;
        long seed = System.nanoTime();
        int instances = INSTANCES;
        int rate = 0;
        int kills = -1;
        int orders = -1;
        for (int i = 0; i < line.length; i++) {
            switch (line[i]) {
                case "--list" -> task = Task.LIST;
                case "--keep" -> task = Task.KEEP;
                case "--table" -> task = Task.TABLE;
                case "--short" -> brief = true;
                case "--seed" -> seed = number(line, ++i);
                case "--instances" -> instances = (int) number(line, ++i);
                case "--rate" -> rate = (int) number(line, ++i);
                case "--kills" -> kills = (int) number(line, ++i);
                case "--orders" -> orders = (int) number(line, ++i);
                default -> scenarios.add(Faults.known(line[i]));
            }
        }
        return new CommandLine(
                task,
                scenarios,
                new Settings(
                        root,
                        root.resolve("local-stack/fault-tests/target"),
                        seed,
                        brief,
                        instances,
                        rate,
                        kills >= 0 ? kills : brief ? FEW_KILLS : KILLS,
                        orders >= 0 ? orders : brief ? 0 : ORDERS));
    }

    private static long number(String[] line, int at) {
        try {
            return Long.parseLong(line[at]);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(line[at - 1] + " takes a whole number", e);
        }
    }
}
