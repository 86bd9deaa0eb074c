package dev.springtide.systemtests;

import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.showcase.Visitors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The one platform of this run, and the tokens it has issued. */
record RunningPlatform(Platform platform, Map<String, String> tokens) {
    /** Started on the first call; its processes end with this JVM, whatever ends it. */
    static RunningPlatform get() {
        return Started.PLATFORM;
    }

    URI gateway() {
        return platform.gateway();
    }

    URI issuer() {
        return platform.issuer();
    }

    /** A token of the development issuer, asked for once per subject and role. */
    String token(String subject, String role) {
        return tokens.computeIfAbsent(subject + " " + role, asked -> platform.token(subject, role));
    }

    /** The issuer's public keys, as anybody can read them. */
    String jwks() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/jwks")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Holds the platform; the JVM starts it once, whichever test comes first. */
    private static final class Started {
        static final RunningPlatform PLATFORM = start();

        private static RunningPlatform start() {
            Path root = Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
            Path logs = Path.of("target", "platform-logs").toAbsolutePath();
            Platform platform = new Platform(PlatformOptions.forTests(root, logs));
            Visitors.rehearse(platform.options(), System.out::println);
            // Deadlines stay as they are; they are only looked at more often.
            platform.set(Part.ORDER, "SPRINGTIDE_SAGA_SWEEP_INTERVAL", "500ms");
            platform.set(Part.ORDER, "SPRINGTIDE_SCHEDULING_POLLING_INTERVAL", "500ms");
            platform.start();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            return new RunningPlatform(platform, new ConcurrentHashMap<>());
        }
    }
}
