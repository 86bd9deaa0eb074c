/** What every REST interface shares: access rules, callers, idempotency keys and paging. */
@NullMarked
package dev.springtide.web;

import org.jspecify.annotations.NullMarked;
