/** Serves the platform's OpenAPI document and the pages that explain it. */
@NullMarked
package dev.springtide.gateway.docs;

import org.jspecify.annotations.NullMarked;
