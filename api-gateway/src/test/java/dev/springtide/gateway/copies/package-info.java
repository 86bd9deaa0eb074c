/** Tests of what is kept for everybody. */
@NullMarked
package dev.springtide.gateway.copies;

import org.jspecify.annotations.NullMarked;
