package dev.springtide.order.adapter.persistence;

import dev.springtide.order.domain.ShippingAddress;
import tools.jackson.databind.json.JsonMapper;

/** How an address lies in its column: an object with the names of the record's components. */
public final class AddressJson {

    private final JsonMapper json = JsonMapper.builder().build();

    String write(ShippingAddress address) {
        return json.writeValueAsString(address);
    }

    ShippingAddress read(String stored) {
        return json.readValue(stored, ShippingAddress.class);
    }
}
