package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A public answer reaches many, and the service is asked for it once. */
class CopiedAnswersTests extends GatewayTest {

    private final String product = "/api/v1/products/" + UUID.randomUUID();
    private final String fresh = product + "?cached=public,%20max-age%3D60";

    @Test
    void isAnsweredAgainWithoutTheService() throws Exception {
        HttpResponse<String> first = send(request(fresh));
        HttpResponse<String> second = send(authorized(fresh));

        assertThat(STUB.received()).hasSize(1);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Age")).isEmpty();
        assertThat(second.headers().firstValue("Age"))
                .hasValueSatisfying(CopiedAnswersTests::isAtMostAMinute);
        for (String header : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
            assertThat(second.headers().allValues(header))
                    .hasSize(1)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(second.headers().map()).doesNotContainKeys("server", "via", "x-internal-node");
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        send(request(fresh));
        HttpResponse<String> again = send(request(fresh).header("If-None-Match", "\"7\""));
        HttpResponse<String> other = send(request(fresh).header("If-None-Match", "\"8\""));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(STUB.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cached=private,%20max-age%3D60",
                "?cached=max-age%3D60",
                "?cached=public,%20max-age%3D60,%20no-cache",
                "?cached=public",
                "",
                "/refused?cached=public,%20max-age%3D60",
            })
    void whatIsNotForAllIsAskedForEachTime(String variant) throws Exception {
        send(request(product + variant));
        HttpResponse<String> second = send(request(product + variant));

        assertThat(STUB.received()).hasSize(2);
        assertThat(second.headers().firstValue("Age")).isEmpty();
    }

    @Test
    void anotherQueryIsAnotherAnswer() throws Exception {
        send(request(fresh));
        send(request(fresh + "&limit=2"));
        send(request(product));

        assertThat(STUB.received()).hasSize(3);
    }

    @Test
    void onlyWholeReadsAreAnsweredFromACopy() throws Exception {
        send(request(fresh));
        send(request(fresh).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        send(request(fresh).header("Range", "bytes=0-1"));
        send(authorized(fresh).PUT(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(STUB.received()).hasSize(4);
    }

    @Test
    void aPageOfAnotherOriginGetsItsOwnPermissionOnly() throws Exception {
        send(request(fresh));
        HttpResponse<String> page = send(request(fresh).header("Origin", "https://shop.example"));
        HttpResponse<String> plain = send(request(fresh));

        assertThat(page.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
        assertThat(plain.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(STUB.received()).hasSize(1);
    }

    @Test
    void whatAnotherOriginWasAnsweredIsNotKept() throws Exception {
        send(request(fresh).header("Origin", "https://shop.example"));
        HttpResponse<String> plain = send(request(fresh));

        assertThat(plain.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(STUB.received()).hasSize(2);
    }

    private static void isAtMostAMinute(String age) {
        assertThat(Long.parseLong(age)).isBetween(0L, 60L);
    }
}
