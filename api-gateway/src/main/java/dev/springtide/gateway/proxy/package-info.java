/** The way to the services: routes, headers, what a service's failure becomes. */
@NullMarked
package dev.springtide.gateway.proxy;

import org.jspecify.annotations.NullMarked;
