package dev.springtide.localstack.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** The terminal: one line at a time, each with the seconds since the start. */
final class Console {

    private final PrintStream out;
    private final long began;

    /**
     * Counts from a moment that may lie before this process.
     *
     * @param beganMillis epoch milliseconds
     */
    Console(PrintStream out, long beganMillis) {
        this.out = out;
        this.began = beganMillis;
    }

    double seconds() {
        return (System.currentTimeMillis() - began) / 1000.0;
    }

    synchronized void say(String line) {
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds(), line));
    }

    /** Without the time: blocks to be read or copied. */
    synchronized void print(String text) {
        out.println(text);
    }
}
