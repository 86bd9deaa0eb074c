package dev.springtide.localstack.launcher.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects the breaches of one check. */
final class BreachList {

    private final String check;
    private final List<Breach> breaches = new ArrayList<>();

    BreachList(String check) {
        this.check = check;
    }

    void unless(boolean holds, Object subject, String detail) {
        if (!holds) {
            add(subject, detail);
        }
    }

    void add(Object subject, String detail) {
        breaches.add(new Breach(check, subject.toString(), detail));
    }

    Finding finding(long examined) {
        return new Finding(check, examined, breaches);
    }
}
