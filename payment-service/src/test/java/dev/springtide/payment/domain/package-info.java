@NullMarked
package dev.springtide.payment.domain;

import org.jspecify.annotations.NullMarked;
