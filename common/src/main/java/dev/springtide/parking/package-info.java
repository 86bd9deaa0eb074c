/** Records set aside by a consumer, and the operator's means to replay or discard them. */
@NullMarked
package dev.springtide.parking;

import org.jspecify.annotations.NullMarked;
