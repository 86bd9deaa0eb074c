package dev.springtide.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class CopiesTests {

    private static final long BEGIN = Duration.ofDays(1).toNanos();

    private final AtomicLong time = new AtomicLong(BEGIN);
    private final Copies copies = new Copies(100_000, time::get);

    @Test
    void aCopyEndsWhenItsFreshnessDoesCountedFromTheRequest() {
        pass(Duration.ofMillis(400));
        copies.keep("/a", fresh(1), new byte[1], BEGIN);

        pass(Duration.ofMillis(599));
        assertThat(copies.find("/a")).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(copies.find("/a")).isEmpty();
    }

    @Test
    void anAnswerThatTookLongerThanItIsFreshIsNotKept() {
        pass(Duration.ofSeconds(1));
        copies.keep("/a", fresh(1), new byte[1], BEGIN);

        assertThat(copies.find("/a")).isEmpty();
    }

    @Test
    void itsAgeIsRoundedUp() {
        copies.keep("/a", fresh(3), new byte[1], BEGIN);
        Copy copy = copies.find("/a").orElseThrow();

        assertThat(copy.age(BEGIN)).isZero();
        assertThat(copy.age(BEGIN + 1)).isEqualTo(1);
        assertThat(copy.age(BEGIN + Duration.ofMillis(1_001).toNanos())).isEqualTo(2);
    }

    @Test
    void allTogetherStayWithinTheirSize() {
        for (int n = 0; n < 1_000; n++) {
            copies.keep("/" + n, fresh(60), new byte[1_000], BEGIN);
        }

        long held = 0;
        for (int n = 0; n < 1_000; n++) {
            held += copies.find("/" + n).map(copy -> copy.body().length).orElse(0);
        }
        assertThat(held).isBetween(1_000L, 100_000L);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private static HttpHeaders fresh(int seconds) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds);
        return headers;
    }
}
