package dev.springtide.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/orders",
                "/api/v1/products/SKU-1.b_c~d",
                "/api/v1/products/gr%C3%BCn",
                "/api/v1/orders?status=CONFIRMED&cursor=abc_-=&limit=20",
                "/api/v1/orders?from=2026-01-01T00:00:00+02:00",
                "/api/v1/products?category=a%2Fb%25;c",
                "/.well-known",
                "/..."
            })
    void letsOrdinaryTargetsIn(String target) {
        assertThat(RequestTarget.acceptable(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a",
                "http://host/a",
                "//a",
                "/a//b",
                "/a/./b",
                "/a/../b",
                "/a/..",
                "/a/.",
                "/a/%2e%2E/b",
                "/a%2fb",
                "/a%5Cb",
                "/a%25b",
                "/a%3Bb",
                "/a%0ab",
                "/a%",
                "/a%2",
                "/a%gg",
                "/a;b",
                "/a\\b",
                "/a|b",
                "/a b",
                "/\u00e9",
                "/a?b#c",
                "/a?b=%00",
                "/a?b=<c>"
            })
    void refusesOthers(String target) {
        assertThat(RequestTarget.acceptable(target)).isFalse();
    }
}
