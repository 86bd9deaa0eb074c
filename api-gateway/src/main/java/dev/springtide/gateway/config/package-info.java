/** What can be configured, and how the parts are put together. */
@NullMarked
package dev.springtide.gateway.config;

import org.jspecify.annotations.NullMarked;
