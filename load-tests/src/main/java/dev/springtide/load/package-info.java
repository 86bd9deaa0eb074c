/**
 * What stands around a load run: its settings, its buyers and goods, its figures and their verdict.
 */
@NullMarked
package dev.springtide.load;

import org.jspecify.annotations.NullMarked;
