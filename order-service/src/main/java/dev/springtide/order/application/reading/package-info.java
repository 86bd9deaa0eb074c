/** Orders as their readers see them, and waiting for them to change. */
@NullMarked
package dev.springtide.order.application.reading;

import org.jspecify.annotations.NullMarked;
