package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal must look like. */
final class Problem {
    private Problem() {}

    /** Asserts a complete problem document of that type. */
    static void assertThatIs(Answer answer, int status, String slug) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .as("%s", answer)
                .startsWith("application/problem+json");
        assertThat(answer.text("/type"))
                .as("%s", answer)
                .isEqualTo("https://springtide.dev/problems/" + slug);
        assertThat(answer.text("/title")).as("%s", answer).isNotBlank();
        assertThat(answer.json().at("/status").asInt(0)).as("%s", answer).isEqualTo(status);
        assertThat(answer.body())
                .as("no inner life")
                .doesNotContain("Exception", "dev.springtide", "java.");
    }
}
