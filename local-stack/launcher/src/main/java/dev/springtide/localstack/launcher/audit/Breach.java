package dev.springtide.localstack.launcher.audit;

/**
 * Something that must not be.
 *
 * @param subject the order, SKU, event or key it is about
 * @param detail what was found, for people
 */
public record Breach(String check, String subject, String detail) {

    /** Whether it is the same finding; the detail may have moved on meanwhile. */
    boolean isAbout(Breach other) {
        return check.equals(other.check) && subject.equals(other.subject);
    }
}
