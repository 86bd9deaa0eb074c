@NullMarked
package dev.springtide.pace;

import org.jspecify.annotations.NullMarked;
