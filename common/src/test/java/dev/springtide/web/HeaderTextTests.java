package dev.springtide.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class HeaderTextTests {

    @Test
    void agreesWithTheFrameworkOnEachCharacter() {
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .mapToObj(character -> "a" + Character.toString(character) + "z")
                                .filter(text ->
                                        HeaderText.isName(text)
                                                        != StrictHttpFirewall.ALLOWED_HEADER_NAMES
                                                                .test(text)
                                                || HeaderText.isValue(text)
                                                        != StrictHttpFirewall.ALLOWED_HEADER_VALUES
                                                                .test(text)))
                .isEmpty();
    }
}
