package dev.springtide.order.domain;

/**
 * A stock-keeping unit as the catalogue names it.
 *
 * @param value 1–200 characters, none of them a control character
 */
public record Sku(String value) {

    public static final int MAX_LENGTH = 200;

    public Sku {
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a SKU has 1 to " + MAX_LENGTH + " printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
