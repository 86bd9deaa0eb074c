/** The inventory database: plain JDBC with arrays, row locks in SKU order. */
@NullMarked
package dev.springtide.inventory.adapter.persistence;

import org.jspecify.annotations.NullMarked;
