/** Lets in who carries a valid token, and anybody to the few public paths. */
@NullMarked
package dev.springtide.gateway.token;

import org.jspecify.annotations.NullMarked;
