package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A gateway whose clock is further ahead than any token is valid. */
@TestPropertySource(properties = "springtide.clock.offset=10h")
class WrongClockTests extends GatewayTest {

    @Test
    void refusesWhatHasExpiredByItsOwnClock() throws Exception {
        HttpResponse<String> response =
                send(request("/api/v1/orders").header("Authorization", "Bearer " + customer()));

        assertThat(response.statusCode()).isEqualTo(401);
    }
}
