/** The REST contract of orders. */
@NullMarked
package dev.springtide.order.adapter.rest;

import org.jspecify.annotations.NullMarked;
