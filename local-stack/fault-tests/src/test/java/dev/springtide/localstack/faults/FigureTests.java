package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FigureTests {

    @Test
    void isHeldAgainstItsLimit() {
        assertThat(Figure.atMost("s", 60, 60).holds()).isTrue();
        assertThat(Figure.atMost("s", 60.1, 60).holds()).isFalse();
        assertThat(Figure.atLeast("share", 0.999, 0.999).holds()).isTrue();
        assertThat(Figure.atLeast("share", 0.998, 0.999).holds()).isFalse();
        assertThat(Figure.told("anything", -1).holds()).isTrue();
    }

    @Test
    void saysWhenItMissed() {
        assertThat(Figure.atMost("s", 61, 60)).hasToString("s 61.00 (at most 60.00) MISSED");
        assertThat(Figure.told("s", 61)).hasToString("s 61.00");
    }

    @Test
    void isOfPaceOnlyWhereItSaysSo() {
        Figure figure = Figure.atMost("p95, ms", 812, 200);
        assertThat(figure.pace()).isFalse();
        assertThat(figure.ofPace().pace()).isTrue();
        assertThat(figure.ofPace()).hasToString(figure.toString());
        assertThat(figure.ofPace().holds()).isFalse();
    }

    @Test
    void isWrittenAndReadWithoutItsPace() {
        String json = "{\"name\":\"lost\",\"value\":3.0,\"bound\":\"at most\",\"limit\":0.0}";
        Figure figure = Figure.atMost("lost", 3, 0);
        JsonMapper mapper = JsonMapper.shared();
        assertThat(mapper.readTree(mapper.writeValueAsString(figure.ofPace())))
                .isEqualTo(mapper.readTree(json));
        assertThat(mapper.readValue(json, Figure.class)).isEqualTo(figure);
    }
}
