package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.EmbeddedKafka;
import dev.springtide.embedded.EmbeddedPostgres;
import dev.springtide.embedded.EmbeddedRedis;
import dev.springtide.embedded.EmbeddedServer;
import dev.springtide.embedded.KafkaSettings;
import dev.springtide.embedded.PostgresSettings;
import dev.springtide.embedded.ProcessLaunch;
import dev.springtide.localstack.simulator.Simulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the server of each part from the platform's options. */
final class Servers {

    static final List<String> DATABASES = List.of("orders", "inventory", "payments");

    /** Its ledger stays in memory: 195,000 charges filled 128 MB. */
    private static final String SIMULATOR_HEAP = "-Xmx1g";

    private final PlatformOptions options;
    private final Secrets secrets;
    private final Map<Part, Map<String, String>> extras = new ConcurrentHashMap<>();

    Servers(PlatformOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    EmbeddedPostgres postgres() {
        return new EmbeddedPostgres(
                new PostgresSettings(
                        options.data().resolve("postgres"),
                        options.ports().postgres(),
                        secrets.superuserPassword(),
                        options.sizes().sharedBuffers(),
                        options.sizes().maxWal(),
                        options.custody(Part.POSTGRES)));
    }

    EmbeddedKafka kafka() {
        return new EmbeddedKafka(
                new KafkaSettings(
                        options.data().resolve("kafka"),
                        options.ports().kafka(),
                        options.ports().kafkaController(),
                        options.sizes().kafkaHeap(),
                        options.custody(Part.KAFKA)));
    }

    EmbeddedRedis redis() {
        return new EmbeddedRedis(options.ports().redis(), options.custody(Part.REDIS));
    }

    EmbeddedServer simulator() {
        int port = options.ports().simulator();
        List<String> command =
                List.of(
                        Jvm.java(),
                        "-XX:+UseSerialGC",
                        SIMULATOR_HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulator.class.getName(),
                        "--port",
                        Integer.toString(port),
                        "--api-key",
                        secrets.providerApiKey(),
                        "--journal",
                        options.data().resolve("provider.journal").toAbsolutePath().toString(),
                        "--webhook-url",
                        ServiceEnvironment.http(options.ports().payment())
                                + "/api/v1/provider-events/simulator",
                        "--webhook-secret",
                        secrets.webhookSecret());
        return new HttpProcess(
                ProcessLaunch.of(Part.SIMULATOR.label(), command, options.custody(Part.SIMULATOR)),
                port,
                URI.create(
                        ServiceEnvironment.http(port)
                                + "/issuer/.well-known/openid-configuration"));
    }

    /** Unpacks the service's jar first where that is not done yet. */
    EmbeddedServer service(Instance instance) {
        Layout layout = Layout.of(instance.part(), options);
        return new HttpProcess(
                new ProcessLaunch(
                        instance.label(),
                        () -> command(instance.part(), layout),
                        ServiceEnvironment.of(instance, options, secrets),
                        layout.folder(),
                        options.custody(instance)),
                options.port(instance),
                options.readiness(instance));
    }

    void set(Part service, String variable, String value) {
        extras.computeIfAbsent(service, _ -> new ConcurrentHashMap<>()).put(variable, value);
    }

    private List<String> command(Part service, Layout layout) {
        List<String> command = new ArrayList<>(List.of("env", Jvm.MALLOC));
        extras.getOrDefault(service, Map.of())
                .forEach((variable, value) -> command.add(variable + "=" + value));
        command.addAll(layout.command());
        return command;
    }
}
