package dev.springtide.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts a batch so that each part holds one item of an aggregate at most and order is kept. */
final class Waves {

    private Waves() {}

    /** The n-th item of an aggregate stands in the n-th wave, in the order of arrival. */
    static <T> List<List<T>> of(List<T> batch, Function<? super T, String> aggregateId) {
        List<List<T>> waves = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (T item : batch) {
            int wave = seen.merge(aggregateId.apply(item), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(item);
        }
        return waves;
    }
}
