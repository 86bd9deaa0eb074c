/** The life of placed orders: every change of one goes through here. */
@NullMarked
package dev.springtide.order.application.saga;

import org.jspecify.annotations.NullMarked;
