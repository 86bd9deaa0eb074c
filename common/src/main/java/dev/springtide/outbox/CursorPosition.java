package dev.springtide.outbox;

/**
 * Where the relay stands: everything visible in {@code from} is published, and of the rest that is
 * visible in {@code to} everything up to {@code lastSeq}.
 */
record CursorPosition(String from, String to, long lastSeq) {

    boolean atStart() {
        return lastSeq == 0;
    }
}
