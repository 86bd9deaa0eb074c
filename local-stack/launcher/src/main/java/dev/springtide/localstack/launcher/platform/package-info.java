/**
 * The whole platform as processes on one machine: starting, stopping, killing and watching its
 * parts.
 */
@NullMarked
package dev.springtide.localstack.launcher.platform;

import org.jspecify.annotations.NullMarked;
