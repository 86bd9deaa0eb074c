/** The catalogue cache: Redis shared by the instances, a local copy in front of it. */
@NullMarked
package dev.springtide.inventory.adapter.cache;

import org.jspecify.annotations.NullMarked;
