/** Where time comes from: one clock for everything an application decides or writes down. */
@NullMarked
package dev.springtide.time;

import org.jspecify.annotations.NullMarked;
