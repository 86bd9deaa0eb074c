/** Tests of the last moment of an instance. */
@NullMarked
package dev.springtide.shutdown;

import org.jspecify.annotations.NullMarked;
