/** The catalogue of events that services exchange. */
@NullMarked
package dev.springtide.contract;

import org.jspecify.annotations.NullMarked;
