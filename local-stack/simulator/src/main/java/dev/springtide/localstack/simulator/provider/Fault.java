package dev.springtide.localstack.simulator.provider;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What goes wrong with a charge. */
enum Fault {
    NONE,
    SILENT_BEFORE,
    ERROR_BEFORE,
    SILENT_AFTER,
    ERROR_AFTER;

    private static final RandomGeneratorFactory<RandomGenerator> DICE =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /**
     * @param attempt of this key, from 1: the faults before charging strike `tok_timeout_before`
     *     and `tok_error_once` only the first time
     */
    static Fault of(ProviderSettings settings, String token, String key, int attempt) {
        return switch (token) {
            case "tok_timeout" -> SILENT_AFTER;
            case "tok_timeout_before" -> attempt == 1 ? SILENT_BEFORE : NONE;
            case "tok_error_once" -> attempt == 1 ? ERROR_BEFORE : NONE;
            default -> byChance(settings, key, attempt);
        };
    }

    boolean beforeCharge() {
        return this == SILENT_BEFORE || this == ERROR_BEFORE;
    }

    private static Fault byChance(ProviderSettings settings, String key, int attempt) {
        double after = settings.timeoutAfterChargeRate();
        double before = after + settings.timeoutBeforeChargeRate();
        double error = before + settings.errorAfterChargeRate();
        if (error == 0) {
            return NONE;
        }
        double fate =
                DICE.create(settings.seed() * 31 + key.hashCode() * 17L + attempt).nextDouble();
        if (fate < after) {
            return SILENT_AFTER;
        }
        if (fate < before) {
            return SILENT_BEFORE;
        }
        return fate < error ? ERROR_AFTER : NONE;
    }
}
