package dev.springtide.inventory.domain;

import java.util.regex.Pattern;

/** A stock keeping unit: 1–64 characters of {@code A-Z a-z 0-9 . _ -}, case-sensitive. */
public record Sku(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a SKU has 1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
