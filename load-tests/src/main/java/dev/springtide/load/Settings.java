package dev.springtide.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run is made; the load generator's JVM reads the same from a file.
 *
 * @param rate orders offered per second, whatever the answers
 * @param buyers distinct customers, each with a token fetched before the run
 * @param goods distinct products, stocked before the run so that no order is rejected
 * @param brief a short run: for comparison with others like it, not against the platform's goals
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
    /** The system property that names the file. */
    static final String FILE = "load.settings";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The settings of a load generator's JVM. */
    public static Settings ofThisProcess() {
        return JSON.readValue(Path.of(System.getProperty(FILE, "")), Settings.class);
    }

    void write(Path file) {
        JSON.writeValue(file, this);
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

    int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }

    long orders() {
        return phases.stream().mapToLong(Phase::orders).sum();
    }
}
