/** What orders need to know of the catalogue. */
@NullMarked
package dev.springtide.order.application.catalogue;

import org.jspecify.annotations.NullMarked;
