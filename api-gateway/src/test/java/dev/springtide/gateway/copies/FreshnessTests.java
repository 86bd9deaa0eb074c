package dev.springtide.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class FreshnessTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max-age=1, public                  | 1
                    public,max-age=30                  | 30
                    Public, MAX-AGE=5                  | 5
                    public, max-age=9, max-age=3       | 3
                    public                             | 0
                    max-age=1                          | 0
                    private, max-age=1                 | 0
                    public, max-age=1, no-cache        | 0
                    public, max-age=0                  | 0
                    public, max-age=-1                 | 0
                    public, max-age=1.5                | 0
                    public, max-age=99999999999        | 0
                    no-store                           | 0
                    """)
    void isWhatThePublicMayHave(String cacheControl, long seconds) {
        HttpHeaders answer = new HttpHeaders();
        answer.set(HttpHeaders.CACHE_CONTROL, cacheControl);

        assertThat(Freshness.of(answer)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vary", "Set-Cookie", "Age"})
    void isNoneForWhatDiffersFromOneToAnother(String header) {
        HttpHeaders answer = new HttpHeaders();
        answer.set(HttpHeaders.CACHE_CONTROL, "public, max-age=1");
        answer.set(header, "1");

        assertThat(Freshness.of(answer)).isZero();
    }
}
