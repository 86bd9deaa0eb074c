/** The HTTP face: public catalogue reads and the operator's routes. */
@NullMarked
package dev.springtide.inventory.adapter.rest;

import org.jspecify.annotations.NullMarked;
