package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures that the alert on doubts reads. */
class OpenDoubtsIT extends RunningPaymentService {

    private static final Duration COUNTED = Duration.ofSeconds(40);

    @Autowired MeterRegistry meters;

    @AfterEach
    void heal() {
        calm();
    }

    @Test
    void showHowManyDoubtsAreOpenAndForHowLong() {
        SIMULATOR.change(outage());
        UUID orderId = requested("tok_visa");
        awaitStatus(orderId, "UNKNOWN");

        await().atMost(COUNTED)
                .untilAsserted(() -> {
                    assertThat(doubts()).isPositive();
                    assertThat(oldest()).isGreaterThan(1);
                });

        calm();
        awaitStatus(orderId, "CAPTURED");
        await().atMost(COUNTED)
                .untilAsserted(() -> {
                    assertThat(doubts()).isZero();
                    assertThat(oldest()).isZero();
                });
    }

    private double doubts() {
        return meters.get("payment.doubts").gauge().value();
    }

    private double oldest() {
        return meters.get("payment.doubts.oldest").timeGauge().value();
    }
}
