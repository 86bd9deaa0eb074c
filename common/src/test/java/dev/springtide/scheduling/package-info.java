/** Background jobs, tested in a real database. */
@NullMarked
package dev.springtide.scheduling;

import org.jspecify.annotations.NullMarked;
