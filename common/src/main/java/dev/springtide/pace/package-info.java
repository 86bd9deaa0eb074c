/** How work that costs the same for one as for many lets more of it gather under load. */
@NullMarked
package dev.springtide.pace;

import org.jspecify.annotations.NullMarked;
