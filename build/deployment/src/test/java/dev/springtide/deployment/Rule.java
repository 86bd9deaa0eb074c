package dev.springtide.deployment;

import java.util.List;

/** Something that holds in every installation. */
@FunctionalInterface
interface Rule {
    /** What breaks the rule, each as a sentence; empty when it holds. */
    List<String> breaches(Manifests manifests);
}
