/** Payments and provider webhooks over HTTP. */
@NullMarked
package dev.springtide.payment.adapter.rest;

import org.jspecify.annotations.NullMarked;
