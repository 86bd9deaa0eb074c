/** Tests of the choice between containers and processes. */
@NullMarked
package dev.springtide.containers;

import org.jspecify.annotations.NullMarked;
