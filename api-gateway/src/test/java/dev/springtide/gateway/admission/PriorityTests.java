package dev.springtide.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class PriorityTests {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/orders, CHECKOUT",
        "POST, /api/v1/orders/0197/cancellation, CHECKOUT",
        "POST, /api/v1/provider-events/acme, CHECKOUT",
        "GET, /api/v1/orders/0197, STATUS",
        "HEAD, /api/v1/orders/0197, STATUS",
        "GET, /api/v1/orders/0197/timeline, STATUS",
        "GET, /api/v1/payments/0197, STATUS",
        "GET, /api/v1/products, BROWSE",
        "GET, /api/v1/products/SKU-1, BROWSE",
        "GET, /api/v1/orders, BULK",
        "GET, /api/v1/admin/orders, BULK",
        "POST, /api/v1/admin/orders/0197/corrections, BULK",
        "POST, /api/v1/inventory/SKU-1/adjustments, BULK",
        "GET, /, BULK",
    })
    void ofARequest(HttpMethod method, String path, Priority priority) {
        assertThat(Priority.of(method, path)).isEqualTo(priority);
    }
}
