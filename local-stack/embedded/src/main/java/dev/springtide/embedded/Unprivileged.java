package dev.springtide.embedded;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Root therefore starts it in a user namespace of its own, where
 * it is nobody and has no capability outside; the files stay root's.
 */
final class Unprivileged {

    private static final List<String> IN_USER_NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /** What to put before a command; empty unless this JVM runs as root. */
    static List<String> prefix() {
        return Holder.PREFIX;
    }

    private static List<String> choose() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && !works()) {
            throw new IllegalStateException(
                    "PostgreSQL cannot run as root and this kernel gives root no user"
                            + " namespace (unshare --user fails): start as an ordinary user");
        }
        return root ? IN_USER_NAMESPACE : List.of();
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Holder {
        private static final List<String> PREFIX = choose();
    }
}
