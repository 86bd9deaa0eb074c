/** Tests of the embedded servers. */
@NullMarked
package dev.springtide.embedded;

import org.jspecify.annotations.NullMarked;
