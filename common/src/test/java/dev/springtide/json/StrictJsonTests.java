package dev.springtide.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class StrictJsonTests {

    private enum Colour {
        RED
    }

    private record Thing(
            int count,
            boolean big,
            @Nullable Long number,
            @Nullable String text,
            @Nullable Money price,
            @Nullable Colour colour,
            @Nullable Map<String, String> names) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":\"1\"}",
                "{\"count\":1.0}",
                "{\"count\":true}",
                "{\"count\":null}",
                "{\"count\":99999999999}",
                "{\"count\":1,\"number\":\"2\"}",
                "{\"count\":1,\"number\":2.5}",
                "{\"count\":1,\"big\":\"true\"}",
                "{\"count\":1,\"big\":1}",
                "{\"count\":1,\"text\":1}",
                "{\"count\":1,\"text\":1.5}",
                "{\"count\":1,\"text\":false}",
                "{\"count\":1,\"text\":[\"a\"]}",
                "{\"count\":1,\"unknown\":1}",
                "{\"count\":1,\"count\":1}",
                "{\"count\":1} {}",
                "{\"count\":1",
                "{\"count\":01}",
                "{\"count\":NaN}",
                "{'count':1}",
                "{\"count\":1,}",
                "[{\"count\":1}]",
                "{\"count\":1,\"text\":\"a\\u0000\"}",
                "{\"count\":1,\"text\":\"\\udc00\"}",
                "{\"count\":1,\"names\":{\"\\u0000\":\"x\"}}",
                "{\"count\":1,\"colour\":0}",
                "{\"count\":1,\"colour\":\"red\"}",
                "{\"count\":1,\"colour\":\"\"}",
                "{\"count\":1,\"price\":\"1.00 EUR\"}",
                "{\"count\":1,\"price\":{\"amount\":\"1.00\"}}",
                "{\"count\":1,\"price\":{\"amount\":1.00,\"currency\":\"EUR\"}}",
                "{\"count\":1,\"price\":{\"amount\":\"1.0\",\"currency\":\"EUR\"}}",
                "{\"count\":1,\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\",\"x\":1}}",
                "{\"count\":1,\"price\":[]}",
                "{\"count\":1,\"number\":1e400}",
            })
    void refuses(String json) {
        assertThatThrownBy(() -> StrictJson.mapper().readValue(json, Thing.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesNestingBeforeItCosts() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> StrictJson.mapper().readTree(deep))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void readsAndWritesWhatIsRight() {
        String json =
                "{\"count\":1,\"big\":true,\"number\":2,\"text\":\"a 😀\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},"
                        + "\"colour\":\"RED\",\"names\":{\"a\":\"b\"}}";
        Thing thing = StrictJson.mapper().readValue(json, Thing.class);
        assertThat(thing.price()).isEqualTo(Money.of("1.00", "EUR"));
        assertThat(StrictJson.mapper().writeValueAsString(thing)).isEqualTo(json);
    }

    @Test
    void writesTimesAsText() {
        assertThat(StrictJson.mapper().writeValueAsString(List.of(Instant.EPOCH)))
                .isEqualTo("[\"1970-01-01T00:00:00Z\"]");
    }
}
