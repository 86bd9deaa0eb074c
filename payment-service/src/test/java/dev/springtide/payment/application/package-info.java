@NullMarked
package dev.springtide.payment.application;

import org.jspecify.annotations.NullMarked;
