/** What a newcomer sees: a catalogue, and orders of every outcome with their lives. */
@NullMarked
package dev.springtide.localstack.launcher.showcase;

import org.jspecify.annotations.NullMarked;
