/** The two JSON dialects: strict for requests, lenient readers for events. */
@NullMarked
package dev.springtide.json;

import org.jspecify.annotations.NullMarked;
