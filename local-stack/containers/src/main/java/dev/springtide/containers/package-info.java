/** The servers of tests in containers, where a Docker engine has what that takes. */
@NullMarked
package dev.springtide.containers;

import org.jspecify.annotations.NullMarked;
