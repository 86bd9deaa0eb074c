package dev.springtide.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run is made; the load generator's JVM reads the same from a file.
 *
 * @param rate orders offered per second, whatever the answers
 * @param buyers distinct customers, each with a token fetched before the run
 * @param goods distinct products, stocked before the run so that no order is rejected
 * @param brief a short run: for comparison with others like it, not against the platform's goals
 * @param run tells this run's customers from those of others
 */
public record Settings(
        Suite suite,
        URI gateway,
        URI issuer,
        int rate,
        List<Phase> phases,
        int buyers,
        int goods,
        boolean brief,
        String run) {
    static final Set<String> FLAGS = Set.of("--short", "--keep", "--no-baseline");
    static final Set<String> VALUES =
            Set.of("--url", "--issuer", "--rate", "--minutes", "--warm-up-seconds", "--buyers");

    /** The system property that names the file. */
    static final String FILE = "load.settings";

    private static final int WARM_UP = 180;
    private static final int WARM_UP_SHORT = 45;
    private static final int BUYERS = 1_000;
    private static final int GOODS = 200;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The first word is the suite; the addresses hold unless others are given. */
    static Settings of(Arguments arguments, URI gateway, URI issuer) {
        Suite suite = Suite.named(arguments.words().isEmpty() ? "" : arguments.words().getFirst());
        boolean brief = arguments.has("--short");
        int rate = (int) arguments.number("--rate", suite.rate());
        int seconds =
                (int)
                        (SECONDS_PER_MINUTE
                                * arguments.number(
                                        "--minutes", suite.seconds(brief) / SECONDS_PER_MINUTE));
        int warmUp = (int) arguments.number("--warm-up-seconds", brief ? WARM_UP_SHORT : WARM_UP);
        int buyers = (int) arguments.number("--buyers", BUYERS);
        if (rate < 1 || seconds < 1 || warmUp < 1 || buyers < 1) {
            throw new IllegalArgumentException(
                    "rate, time, warm-up and buyers are at least 1, the time in seconds");
        }
        return new Settings(
                suite,
                URI.create(arguments.text("--url", gateway.toString())),
                URI.create(arguments.text("--issuer", issuer.toString())),
                rate,
                suite.phases(rate, seconds, warmUp),
                buyers,
                GOODS,
                brief,
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    }

    /** The settings of a load generator's JVM. */
    public static Settings ofThisProcess() {
        return JSON.readValue(Path.of(System.getProperty(FILE, "")), Settings.class);
    }

    void write(Path file) {
        JSON.writeValue(file, this);
    }

    /** The name of the run's document. */
    String document() {
        return suite.label() + (brief ? "-short" : "");
    }

    /** The customer behind a number. */
    public String buyer(int number) {
        return customers() + number;
    }

    /** What the names of this run's customers begin with. */
    String customers() {
        return "load-" + run + "-";
    }

    /** The product behind a number; runs share their products. */
    public String sku(int number) {
        return "LOAD-%04d".formatted(number);
    }

    /** The one product of a flash sale. */
    public String flashSku() {
        return "FLASH-" + run;
    }

    /** How many of those there are: one for five who want it. */
    long flashUnits() {
        return phases.getLast().orders() / Suite.BUYERS_PER_UNIT;
    }

    /**
     * Whether a capacity run ends in a step: a full one when it breaks, a short one when that
     * before it has broken as well, since one stall breaks a step of seconds.
     */
    public boolean endsIn(Phase step, Predicate<Phase> broken) {
        return broken.test(step) && (!brief || stepBefore(step).filter(broken).isPresent());
    }

    private Optional<Phase> stepBefore(Phase step) {
        return Optional.of(phases.get(phases.indexOf(step) - 1))
                .filter(phase -> Phase.isStep(phase.name()));
    }

    long orders() {
        return phases.stream().mapToLong(Phase::orders).sum();
    }
}
