package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Platform;
import java.util.concurrent.atomic.AtomicReference;

/** One subject's token, asked for anew when it is refused: a restarted issuer has new keys. */
final class Tokens {

    private final Platform platform;
    private final String subject;
    private final String role;
    private final AtomicReference<String> current;

    Tokens(Platform platform, String subject, String role) {
        this.platform = platform;
        this.subject = subject;
        this.role = role;
        this.current = new AtomicReference<>(platform.token(subject, role));
    }

    String current() {
        return current.get();
    }

    /** Replaces {@code refused} unless another caller has done so. */
    synchronized void renew(String refused) {
        if (current.get().equals(refused)) {
            current.set(platform.token(subject, role));
        }
    }
}
