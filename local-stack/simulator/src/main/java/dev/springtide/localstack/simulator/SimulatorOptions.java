package dev.springtide.localstack.simulator;

import dev.springtide.localstack.simulator.provider.ProviderSettings;
import dev.springtide.localstack.simulator.provider.WebhookTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param host the name in the issuer's URL; under any other than 127.0.0.1 it is reachable from
 *     other machines and containers
 * @param port 0 for any free one
 * @param apiKey what the provider's callers must present
 * @param journal where the provider's ledger survives the process; null to keep nothing
 * @param webhooks where events are sent; null for nowhere
 * @param settings the provider's behaviour at the start
 */
public record SimulatorOptions(
        String host,
        int port,
        String apiKey,
        @Nullable Path journal,
        @Nullable WebhookTarget webhooks,
        ProviderSettings settings) {

    static final String USAGE =
            "usage: --api-key KEY [--host NAME] [--port N] [--journal FILE] [--webhook-url URL"
                    + " --webhook-secret SECRET]; @FILE takes a value from a file";

    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> NAMES =
            Set.of(
                    "--host",
                    "--port",
                    "--api-key",
                    "--journal",
                    "--webhook-url",
                    "--webhook-secret");

    /** For use inside a test: any free port, no journal, no webhooks, no latency. */
    public static SimulatorOptions inProcess(String apiKey) {
        return new SimulatorOptions(
                LOOPBACK, 0, apiKey, null, null, ProviderSettings.DEFAULTS.withLatencyMillis(0));
    }

    public SimulatorOptions withHost(String name) {
        return new SimulatorOptions(name, port, apiKey, journal, webhooks, settings);
    }

    public SimulatorOptions withPort(int chosen) {
        return new SimulatorOptions(host, chosen, apiKey, journal, webhooks, settings);
    }

    public SimulatorOptions withJournal(Path file) {
        return new SimulatorOptions(host, port, apiKey, file, webhooks, settings);
    }

    public SimulatorOptions withWebhooks(URI url, String secret) {
        return new SimulatorOptions(
                host, port, apiKey, journal, new WebhookTarget(url, secret), settings);
    }

    public SimulatorOptions withSettings(ProviderSettings changed) {
        return new SimulatorOptions(host, port, apiKey, journal, webhooks, changed);
    }

    /**
     * @throws IllegalArgumentException with a message for the person at the command line
     */
    static SimulatorOptions parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("unexpected " + arguments[i]);
            }
            given.put(arguments[i], value(arguments[i + 1]));
        }
        String journal = given.get("--journal");
        return new SimulatorOptions(
                given.getOrDefault("--host", LOOPBACK),
                Integer.parseInt(given.getOrDefault("--port", "8090")),
                required(given, "--api-key"),
                journal == null ? null : Path.of(journal),
                target(given),
                ProviderSettings.DEFAULTS);
    }

    /** Secrets come from files: arguments are for everybody to see. */
    private static String value(String argument) {
        if (!argument.startsWith("@")) {
            return argument;
        }
        try {
            return Files.readString(Path.of(argument.substring(1))).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read " + argument.substring(1), unreadable);
        }
    }

    private static @Nullable WebhookTarget target(Map<String, String> given) {
        String url = given.get("--webhook-url");
        return url == null
                ? null
                : new WebhookTarget(URI.create(url), required(given, "--webhook-secret"));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is required");
        }
        return value;
    }
}
