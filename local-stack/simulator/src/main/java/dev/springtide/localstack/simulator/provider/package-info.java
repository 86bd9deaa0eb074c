/** A payment provider with a durable ledger, idempotency by key and faults on demand. */
@NullMarked
package dev.springtide.localstack.simulator.provider;

import org.jspecify.annotations.NullMarked;
