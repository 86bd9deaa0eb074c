/** Compares what the databases, the topics and the provider's ledger say about the same orders. */
@NullMarked
package dev.springtide.localstack.launcher.audit;

import org.jspecify.annotations.NullMarked;
