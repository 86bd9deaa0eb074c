package dev.springtide.containers;

import java.util.List;
import java.util.Locale;

/**
 * Whether tests run against containers.
 *
 * @param reason for people
 */
record Choice(boolean containers, String reason) {

    /** What somebody may ask for. */
    enum Wish {
        AUTO,
        CONTAINERS,
        EMBEDDED;

        static Wish parse(String text) {
            try {
                return valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "springtide.test.infrastructure is auto, containers or embedded, not "
                                + text,
                        e);
            }
        }
    }

    /**
     * Containers where an engine answers and nothing would have to be pulled.
     *
     * @throws IllegalStateException when containers are asked for and cannot be had
     */
    static Choice make(Wish wish, Engine engine, List<String> images) {
        if (wish == Wish.EMBEDDED) {
            return new Choice(false, "asked for");
        }
        String obstacle = obstacle(engine, images);
        if (obstacle.isEmpty()) {
            return new Choice(true, String.join(", ", images));
        }
        if (wish == Wish.CONTAINERS) {
            throw new IllegalStateException("tests cannot run in containers: " + obstacle);
        }
        return new Choice(false, obstacle);
    }

    private static String obstacle(Engine engine, List<String> images) {
        if (!engine.answers()) {
            return "no Docker engine at " + engine.socket();
        }
        List<String> missing = engine.missing(images);
        return missing.isEmpty() ? "" : "not among Docker's images: " + String.join(", ", missing);
    }

    @Override
    public String toString() {
        return "Test infrastructure: "
                + (containers ? "containers (" : "embedded processes (")
                + reason
                + ")";
    }
}
