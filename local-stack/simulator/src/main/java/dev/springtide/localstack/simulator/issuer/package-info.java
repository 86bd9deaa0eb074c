/** Issues development tokens, signed with a key that lives as long as the process. */
@NullMarked
package dev.springtide.localstack.simulator.issuer;

import org.jspecify.annotations.NullMarked;
