/** The moment between "end" and the end, in which senders of requests learn to go elsewhere. */
@NullMarked
package dev.springtide.shutdown;

import org.jspecify.annotations.NullMarked;
