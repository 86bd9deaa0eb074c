package dev.springtide.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTests {

    private final AtomicLong now = new AtomicLong();
    private final RetryBudget budget = new RetryBudget(20, Duration.ofSeconds(10), now::get);

    @Test
    void keepsRetriesWithinATenthOfTheArrivalsWhileNothingIsAnswered() {
        int arrivals = 400;
        int retries = 0;
        for (int i = 0; i < 1_000; i++) {
            budget.answered();
        }
        for (int i = 0; i < arrivals; i++) {
            now.addAndGet(Duration.ofMillis(100).toNanos());
            budget.arrived(1);
            int allowed = budget.available();
            budget.spend(allowed);
            retries += allowed;
        }

        assertThat(retries).isPositive().isLessThanOrEqualTo(arrivals / 10);
    }

    @Test
    void letsOneThroughNowAndThenWhenNothingArrives() {
        budget.spend(1);
        assertThat(budget.available()).isZero();

        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(budget.available()).isEqualTo(1);

        budget.spend(1);
        assertThat(budget.available()).isZero();
    }

    @Test
    void growsWithEachAnswerUpToItsBound() {
        budget.spend(1);
        budget.answered();
        assertThat(budget.available()).isEqualTo(2);

        for (int i = 0; i < 100; i++) {
            budget.answered();
        }
        assertThat(budget.available()).isEqualTo(20);
    }

    @Test
    void paysForAllDoubtsWhileThreeQuartersAreAnswered() {
        budget.spend(1);
        int waiting = 0;
        for (int i = 0; i < 1_000; i++) {
            budget.arrived(1);
            if (i % 4 == 0) {
                waiting++;
            } else {
                budget.answered();
            }
            int allowed = Math.min(waiting, budget.available());
            budget.spend(allowed);
            waiting -= allowed;
            for (int found = 0; found < allowed; found++) {
                budget.answered();
            }
        }

        assertThat(waiting).isLessThan(5);
    }
}
