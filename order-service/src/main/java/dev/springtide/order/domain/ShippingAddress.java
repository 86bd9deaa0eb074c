package dev.springtide.order.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where an order goes. Personal data: {@code toString} shows the country only.
 *
 * @param line2 null when there is none
 * @param country ISO 3166-1 alpha-2
 */
public record ShippingAddress(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        String postalCode,
        String country) {

    @Override
    public String toString() {
        return "ShippingAddress[" + country + "]";
    }
}
