@NullMarked
package dev.springtide.payment.adapter.provider;

import org.jspecify.annotations.NullMarked;
