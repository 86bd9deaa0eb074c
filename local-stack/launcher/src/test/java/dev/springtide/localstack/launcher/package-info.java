/** Commands of {@code ./run}, without a platform. */
@NullMarked
package dev.springtide.localstack.launcher;

import org.jspecify.annotations.NullMarked;
