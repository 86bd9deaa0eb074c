/** What every REST interface shares, tested over HTTP. */
@NullMarked
package dev.springtide.web;

import org.jspecify.annotations.NullMarked;
