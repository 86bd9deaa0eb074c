/** Clustered background jobs in the service's own database. */
@NullMarked
package dev.springtide.scheduling;

import org.jspecify.annotations.NullMarked;
