package dev.springtide.order.application.saga;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every order in which the steps of a story can be wanted. */
final class Interleavings {

    /** What can happen next to an order. */
    enum Step {
        /** The next event of inventory is delivered. */
        INVENTORY,
        /** The next event of payment is delivered. */
        PAYMENT,
        /** The provider is charged. */
        CHARGE,
        /** A doubt is resolved. */
        RESOLVE,
        /** The customer cancels. */
        CANCEL,
        /** The running deadline passes. */
        DEADLINE,
        /** An operator refunds a part. */
        REFUND,
        /** The next answer, whoever gives it, is lost. */
        LOSE,
        /** The order has waited for so long that it asks again. */
        REPEAT
    }

    private Interleavings() {}

    /** All distinct permutations of the steps; equal steps are not told apart. */
    static List<List<Step>> of(Step... steps) {
        Step[] sorted = steps.clone();
        Arrays.sort(sorted);
        List<List<Step>> all = new ArrayList<>();
        do {
            all.add(List.of(sorted));
        } while (advance(sorted));
        return all;
    }

    /** The next permutation in lexical order. */
    private static boolean advance(Step[] steps) {
        int pivot = steps.length - 2;
        while (pivot >= 0 && steps[pivot].compareTo(steps[pivot + 1]) >= 0) {
            pivot--;
        }
        if (pivot < 0) {
            return false;
        }
        int next = steps.length - 1;
        while (steps[next].compareTo(steps[pivot]) <= 0) {
            next--;
        }
        swap(steps, pivot, next);
        for (int low = pivot + 1, high = steps.length - 1; low < high; low++, high--) {
            swap(steps, low, high);
        }
        return true;
    }

    private static void swap(Step[] steps, int one, int other) {
        Step kept = steps[one];
        steps[one] = steps[other];
        steps[other] = kept;
    }
}
