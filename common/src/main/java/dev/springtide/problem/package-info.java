/** RFC 9457 problem details: one stable type for each kind of error. */
@NullMarked
package dev.springtide.problem;

import org.jspecify.annotations.NullMarked;
