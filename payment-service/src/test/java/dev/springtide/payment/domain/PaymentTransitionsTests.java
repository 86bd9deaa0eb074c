package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.PaymentStatus.CAPTURED;
import static dev.springtide.payment.domain.PaymentStatus.DECLINED;
import static dev.springtide.payment.domain.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.springtide.payment.domain.PaymentStatus.PENDING;
import static dev.springtide.payment.domain.PaymentStatus.REFUNDED;
import static dev.springtide.payment.domain.PaymentStatus.UNKNOWN;
import static dev.springtide.payment.domain.PaymentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.springtide.payment.domain.TransitionResult.AlreadyApplied;
import dev.springtide.payment.domain.TransitionResult.Moved;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTransitionsTests {

    private static final UUID ORDER = new UUID(0, 1);

    /**
     * One row for each status; columns in the order of the triggers. {@code =} is already applied,
     * {@code !} illegal.
     */
    private static final String MATRIX =
            """
            status             CAPTURED DECLINED LEFT_IN_DOUBT PREVENTED VOIDED PARTLY_REFUNDED    FULLY_REFUNDED
            PENDING            CAPTURED DECLINED UNKNOWN       VOIDED    VOIDED !                  !
            UNKNOWN            CAPTURED DECLINED =             VOIDED    VOIDED !                  !
            CAPTURED           =        !        =             !         VOIDED PARTIALLY_REFUNDED REFUNDED
            PARTIALLY_REFUNDED =        !        =             !         !      PARTIALLY_REFUNDED REFUNDED
            REFUNDED           =        !        =             !         !      !                  =
            DECLINED           !        =        =             =         !      !                  !
            VOIDED             =        !        =             =         =      !                  !
            """;

    @ParameterizedTest
    @MethodSource("matrix")
    void followsTheMatrix(PaymentStatus from, PaymentTrigger trigger, String expected) {
        if (expected.equals("!")) {
            IllegalPaymentTransitionException illegal =
                    catchThrowableOfType(
                            IllegalPaymentTransitionException.class,
                            () -> PaymentTransitions.apply(ORDER, from, trigger));
            assertThat(illegal.orderId()).isEqualTo(ORDER);
            assertThat(illegal.from()).isEqualTo(from);
            assertThat(illegal.trigger()).isEqualTo(trigger);
            return;
        }
        TransitionResult result = PaymentTransitions.apply(ORDER, from, trigger);
        if (expected.equals("=")) {
            assertThat(result).isEqualTo(new AlreadyApplied(from, trigger));
        } else {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Moved.class, moved -> assertThat(moved.to()).hasToString(expected));
        }
    }

    static Stream<Arguments> matrix() {
        PaymentTrigger[] triggers = PaymentTrigger.values();
        return MATRIX.lines()
                .skip(1)
                .map(line -> line.split(" +", -1))
                .flatMap(row ->
                        Stream.of(triggers)
                                .map(trigger ->
                                        Arguments.of(
                                                PaymentStatus.valueOf(row[0]),
                                                trigger,
                                                row[column(trigger)])));
    }

    @Test
    void coversEveryStatusAndTrigger() {
        assertThat(matrix())
                .hasSize(PaymentStatus.values().length * PaymentTrigger.values().length);
    }

    @Test
    void reachesEveryStatus() {
        Set<PaymentStatus> reached = EnumSet.of(PENDING);
        PaymentTransitions.moves().forEach(moved -> reached.add(moved.to()));

        assertThat(reached).containsExactlyInAnyOrder(PaymentStatus.values());
    }

    @Test
    void leavesNoTerminalStatus() {
        assertThat(PaymentTransitions.moves())
                .extracting(Moved::from)
                .doesNotContain(REFUNDED, DECLINED, VOIDED)
                .contains(PENDING, UNKNOWN, CAPTURED, PARTIALLY_REFUNDED);
    }

    /** A part refund is the exception: two of them are two, told apart by their refund ids. */
    @ParameterizedTest
    @EnumSource(
            value = PaymentTrigger.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "PARTLY_REFUNDED")
    void isUnmovedByTheSecondOfAnyTrigger(PaymentTrigger trigger) {
        PaymentTransitions.moves().stream()
                .filter(moved -> moved.trigger() == trigger)
                .forEach(moved ->
                        assertThat(PaymentTransitions.apply(ORDER, moved.to(), trigger))
                                .isEqualTo(new AlreadyApplied(moved.to(), trigger)));
    }

    @Test
    void announcesEveryCaptureOnce() {
        assertThat(PaymentTransitions.moves())
                .filteredOn(moved -> moved.events().contains(OutboundEvent.PAYMENT_CAPTURED))
                .allSatisfy(moved -> assertThat(moved.from()).isIn(PENDING, UNKNOWN));
    }

    private static int column(PaymentTrigger trigger) {
        String[] head = MATRIX.lines().findFirst().orElseThrow().split(" +", -1);
        for (int i = 1; i < head.length; i++) {
            if (head[i].equals(trigger.name())) {
                return i;
            }
        }
        throw new IllegalArgumentException(trigger.name());
    }
}
