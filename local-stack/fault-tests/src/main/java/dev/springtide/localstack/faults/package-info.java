/** What the platform survives: seeded faults under a steady stream of orders, then the audit. */
@NullMarked
package dev.springtide.localstack.faults;

import org.jspecify.annotations.NullMarked;
