/**
 * Real PostgreSQL, Kafka and Redis from Maven artifacts, each a process of its own with durable
 * settings.
 */
@NullMarked
package dev.springtide.embedded;

import org.jspecify.annotations.NullMarked;
