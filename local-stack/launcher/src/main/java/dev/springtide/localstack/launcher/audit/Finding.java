package dev.springtide.localstack.launcher.audit;

import java.util.List;

/**
 * What one check said in one pass.
 *
 * @param examined how many things were looked at
 */
record Finding(String check, long examined, List<Breach> breaches) {

    Finding {
        breaches = List.copyOf(breaches);
    }

    /** Only what the other pass of the same check found too. */
    Finding confirmedBy(Finding later) {
        return new Finding(
                check,
                later.examined,
                later.breaches.stream()
                        .filter(one -> breaches.stream().anyMatch(one::isAbout))
                        .toList());
    }
}
