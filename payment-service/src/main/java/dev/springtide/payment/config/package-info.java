/** How the service is put together and set up. */
@NullMarked
package dev.springtide.payment.config;

import org.jspecify.annotations.NullMarked;
