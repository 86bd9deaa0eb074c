/** How many requests a service is given at once, and whose turn it is when there are more. */
@NullMarked
package dev.springtide.gateway.admission;

import org.jspecify.annotations.NullMarked;
