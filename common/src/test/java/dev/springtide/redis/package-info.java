/** Tests of going on without Redis. */
@NullMarked
package dev.springtide.redis;

import org.jspecify.annotations.NullMarked;
