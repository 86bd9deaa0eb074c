/**
 * The Kubernetes manifests, held against their types, against each other and against the services.
 */
@NullMarked
package dev.springtide.deployment;

import org.jspecify.annotations.NullMarked;
