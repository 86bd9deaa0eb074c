package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;

/** How Kubernetes reads "20%" and "3". */
final class Pods {
    private Pods() {}

    static int roundedUp(IntOrString amount, int of) {
        return (int) Math.ceil(share(amount, of));
    }

    static int roundedDown(IntOrString amount, int of) {
        return (int) Math.floor(share(amount, of));
    }

    private static double share(IntOrString amount, int of) {
        return amount.getStrVal() == null
                ? amount.getIntVal()
                : Integer.parseInt(amount.getStrVal().replace("%", "")) * of / 100.0;
    }
}
