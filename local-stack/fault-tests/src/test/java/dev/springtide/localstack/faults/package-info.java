/** What the platform survives: its processes killed under load, then the audit. */
@NullMarked
package dev.springtide.localstack.faults;

import org.jspecify.annotations.NullMarked;
