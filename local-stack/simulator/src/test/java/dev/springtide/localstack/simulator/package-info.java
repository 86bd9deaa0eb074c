/** The simulator as its clients see it: real HTTP, real files. */
@NullMarked
package dev.springtide.localstack.simulator;

import org.jspecify.annotations.NullMarked;
