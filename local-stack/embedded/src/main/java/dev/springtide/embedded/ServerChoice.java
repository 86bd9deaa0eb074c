package dev.springtide.embedded;

/** Offers another source than processes; found by {@link java.util.ServiceLoader}. */
public interface ServerChoice {

    /** Asked once per JVM, at the first use of a server. */
    ServerSource choose(ServerSource processes);
}
