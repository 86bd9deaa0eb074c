/** What the two dialects read and refuse. */
@NullMarked
package dev.springtide.json;

import org.jspecify.annotations.NullMarked;
