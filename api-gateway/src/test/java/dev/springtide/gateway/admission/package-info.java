@NullMarked
package dev.springtide.gateway.admission;

import org.jspecify.annotations.NullMarked;
