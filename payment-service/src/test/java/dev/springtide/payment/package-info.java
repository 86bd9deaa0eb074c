@NullMarked
package dev.springtide.payment;

import org.jspecify.annotations.NullMarked;
