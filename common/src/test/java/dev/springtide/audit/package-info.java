@NullMarked
package dev.springtide.audit;

import org.jspecify.annotations.NullMarked;
