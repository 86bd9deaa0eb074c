package dev.springtide.order.domain;

/**
 * A stock-keeping unit as the catalogue names it.
 *
 * @param value 1–200 characters, none of them a control character
 */
public record Sku(String value) {

    public static final int MAX_LENGTH = 200;

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a SKU has 1 to " + MAX_LENGTH + " printable characters");
        }
    }

    /** Whether a text can be a SKU at all; that one is known to nobody is another matter. */
    public static boolean isValid(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value;
    }
}
