package dev.springtide.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Where the platform under test is reached. */
record RunningPlatform(URI gateway, URI issuer, Map<String, String> tokens) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The one platform of this run; started on the first call, stopped when the JVM ends. */
    static RunningPlatform get() {
        return Started.PLATFORM;
    }

    /** A token of the development issuer, asked for once per subject and role. */
    String token(String subject, String role) {
        return tokens.computeIfAbsent(subject + " " + role, asked -> fetchToken(subject, role));
    }

    String jwks() {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/jwks")).build());
    }

    private String fetchToken(String subject, String role) {
        String form = "sub=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "&role=" + role;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return JsonMapper.shared().readTree(send(request)).path("access_token").asString();
    }

    private static String send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Holds the platform; the JVM starts it once, whichever test comes first. */
    private static final class Started {
        static final RunningPlatform PLATFORM = start();

        private static RunningPlatform start() {
            String gateway =
                    Optional.ofNullable(System.getProperty("springtide.gateway")).orElseThrow();
            String issuer =
                    Optional.ofNullable(System.getProperty("springtide.issuer")).orElseThrow();
            return new RunningPlatform(
                    URI.create(gateway), URI.create(issuer), new ConcurrentHashMap<>());
        }
    }
}
