package dev.springtide.load;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How a run is made. Every value is a system property {@code load.*}, so that the load generator's
 * JVM reads the same.
 *
 * @param rate orders offered per second, whatever the answers (open model)
 * @param warmUp the rate rises to its full height before a figure counts; cold JVMs want minutes
 * @param steady the time that counts
 * @param buyers distinct customers, each with a token fetched before the run
 * @param goods distinct products, stocked before the run so that no order is rejected
 */
public record Settings(
        URI gateway,
        URI issuer,
        int rate,
        Duration warmUp,
        Duration steady,
        int buyers,
        int goods,
        String run) {
    private static final String PREFIX = "load.";

    /** The settings of this JVM. */
    public static Settings ofThisProcess() {
        return new Settings(
                URI.create(text("gateway", "http://127.0.0.1:8080")),
                URI.create(text("issuer", "http://127.0.0.1:8090/issuer")),
                number("rate", 167),
                Duration.ofSeconds(number("warm-up-seconds", 180)),
                Duration.ofSeconds(number("steady-seconds", 300)),
                number("buyers", 1_000),
                number("goods", 200),
                text("run", Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)));
    }

    /** The same settings as system properties of another JVM. */
    public Map<String, String> properties() {
        return Map.of(
                PREFIX + "gateway", gateway.toString(),
                PREFIX + "issuer", issuer.toString(),
                PREFIX + "rate", Integer.toString(rate),
                PREFIX + "warm-up-seconds", Long.toString(warmUp.toSeconds()),
                PREFIX + "steady-seconds", Long.toString(steady.toSeconds()),
                PREFIX + "buyers", Integer.toString(buyers),
                PREFIX + "goods", Integer.toString(goods),
                PREFIX + "run", run);
    }

    /** The customer behind a number. */
    public String buyer(int number) {
        return "load-" + run + "-" + number;
    }

    /** The product behind a number; runs share their products. */
    public String sku(int number) {
        return "LOAD-%04d".formatted(number);
    }

    private static String text(String name, String otherwise) {
        return System.getProperty(PREFIX + name, otherwise);
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }
}
