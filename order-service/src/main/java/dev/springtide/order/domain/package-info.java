/** What an order is and how it may change; knows neither Spring nor the database. */
@NullMarked
package dev.springtide.order.domain;

import org.jspecify.annotations.NullMarked;
