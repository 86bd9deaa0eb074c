/** Tests of the quota of each client. */
@NullMarked
package dev.springtide.gateway.quota;

import org.jspecify.annotations.NullMarked;
