/** How much of the platform one client may take, at all gateways together. */
@NullMarked
package dev.springtide.gateway.quota;

import org.jspecify.annotations.NullMarked;
