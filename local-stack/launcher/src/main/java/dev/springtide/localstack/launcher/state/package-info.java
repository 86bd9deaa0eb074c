/** What {@code ./run} leaves in {@code .springtide/}, and what it checks before it starts. */
@NullMarked
package dev.springtide.localstack.launcher.state;

import org.jspecify.annotations.NullMarked;
