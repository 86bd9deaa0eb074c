/** Answers for everybody, kept for as long as the service that gave them allows. */
@NullMarked
package dev.springtide.gateway.copies;

import org.jspecify.annotations.NullMarked;
