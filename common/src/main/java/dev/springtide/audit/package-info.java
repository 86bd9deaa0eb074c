/** Checks again and again that the service's own records do not contradict each other. */
@NullMarked
package dev.springtide.audit;

import org.jspecify.annotations.NullMarked;
