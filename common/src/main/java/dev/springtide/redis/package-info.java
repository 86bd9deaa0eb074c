/** What keeps a service going while Redis is away. */
@NullMarked
package dev.springtide.redis;

import org.jspecify.annotations.NullMarked;
