package dev.springtide.embedded;

/** A Redis server used as a cache. */
public interface RedisServer extends Server {}
