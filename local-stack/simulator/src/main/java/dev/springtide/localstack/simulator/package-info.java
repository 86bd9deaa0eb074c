/** One light JVM with the development token issuer and the payment-provider simulator. */
@NullMarked
package dev.springtide.localstack.simulator;

import org.jspecify.annotations.NullMarked;
