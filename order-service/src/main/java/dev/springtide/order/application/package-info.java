/** What the service does with orders, and the ports it needs for that. */
@NullMarked
package dev.springtide.order.application;

import org.jspecify.annotations.NullMarked;
