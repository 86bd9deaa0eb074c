/** The commands behind {@code ./run}. */
@NullMarked
package dev.springtide.localstack.launcher;

import org.jspecify.annotations.NullMarked;
