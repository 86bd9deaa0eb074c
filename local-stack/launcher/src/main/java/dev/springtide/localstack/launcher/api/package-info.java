/** The platform's REST API as a caller meets it. */
@NullMarked
package dev.springtide.localstack.launcher.api;

import org.jspecify.annotations.NullMarked;
