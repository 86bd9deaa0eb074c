/** The gateway over real sockets, between a stub service and the development issuer. */
@NullMarked
package dev.springtide.gateway;

import org.jspecify.annotations.NullMarked;
