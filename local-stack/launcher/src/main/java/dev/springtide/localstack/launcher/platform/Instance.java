package dev.springtide.localstack.launcher.platform;

/**
 * One process of a part. All instances of a service are alike; of everything else there is one.
 *
 * @param number from 1
 */
public record Instance(Part part, int number) {

    /** The first, and of most parts the only one. */
    public static Instance of(Part part) {
        return new Instance(part, 1);
    }

    /** For people. */
    public String label() {
        return number == 1 ? part.label() : part.label() + " " + number;
    }

    String file() {
        return number == 1 ? part.file() : part.file() + "-" + number;
    }
}
