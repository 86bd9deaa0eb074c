/**
 * Where the CPU time of an order goes: by process, step and statement, on a platform under load.
 */
@NullMarked
package dev.springtide.load.profile;

import org.jspecify.annotations.NullMarked;
