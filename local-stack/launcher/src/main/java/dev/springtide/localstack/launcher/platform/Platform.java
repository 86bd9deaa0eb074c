package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.EmbeddedPostgres;
import dev.springtide.embedded.EmbeddedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole platform on this machine. Starting and stopping it as a whole is for one thread; single
 * parts may be started, killed, frozen and looked at from any.
 */
public final class Platform implements AutoCloseable {

    private final PlatformOptions options;
    private final Secrets secrets;
    private final Servers servers;
    private final LaunchGate gate = new LaunchGate();
    private final Map<Part, EmbeddedServer> started = new ConcurrentHashMap<>();

    public Platform(PlatformOptions options) {
        this.options = options;
        this.secrets = Secrets.of(options.data());
        this.servers = new Servers(options, secrets);
    }

    /**
     * Returns when every part is ready. When one is not, the others are stopped before the failure
     * is thrown.
     */
    public void start() {
        start((_, _) -> {});
    }

    public void start(StartListener listener) {
        gate.open();
        new StartSequence(this, listener).run();
    }

    /** Starts one part, again or for the first time, and returns when it is ready. */
    public void start(Part part) {
        EmbeddedServer server = server(part);
        gate.launch(server);
        server.awaitReady();
        if (server instanceof EmbeddedPostgres postgres) {
            Servers.DATABASES.forEach(
                    name -> postgres.database(name, secrets.databasePassword(name)));
        }
    }

    /**
     * Ends every part in order: the door first, the database last. Parts that do not run are passed
     * over.
     */
    public void stop() {
        gate.close();
        new StopSequence(this).run();
    }

    @Override
    public void close() {
        stop();
    }

    /** Gives a service an environment variable, over its configuration, from its next start on. */
    public void set(Part service, String variable, String value) {
        servers.set(service, variable, value);
    }

    /** SIGKILL. */
    public void kill(Part part) {
        server(part).kill();
    }

    /** The process of a part, whether it runs or not. */
    public EmbeddedServer server(Part part) {
        return started.computeIfAbsent(part, this::make);
    }

    public PlatformOptions options() {
        return options;
    }

    /** Where customers and operators call. */
    public URI gateway() {
        return http(Part.GATEWAY, "");
    }

    /** Where one service answers without the gateway. */
    public URI service(Part part) {
        return http(part, "");
    }

    /** The token issuer, as it stands in tokens. */
    public URI issuer() {
        return http(Part.SIMULATOR, "/issuer");
    }

    /** The payment provider; its callers present {@link #providerApiKey}. */
    public URI provider() {
        return http(Part.SIMULATOR, "/provider");
    }

    public String providerApiKey() {
        return secrets.providerApiKey();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    /**
     * Access to {@code orders}, {@code inventory} or {@code payments} with every right, to look and
     * compare.
     */
    public Database database(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/" + name,
                "postgres",
                secrets.superuserPassword());
    }

    /**
     * A token of the development issuer, valid 8 hours; every restart of the simulator makes older
     * ones invalid.
     */
    public String token(String subject, String role) {
        return new TokenRequest(subject, role).send(issuer());
    }

    boolean isStopping() {
        return gate.isClosed();
    }

    /** Those of these parts that were ever started here. */
    List<EmbeddedServer> made(List<Part> parts) {
        return parts.stream().filter(started::containsKey).map(started::get).toList();
    }

    private EmbeddedServer make(Part part) {
        return switch (part) {
            case POSTGRES -> servers.postgres();
            case KAFKA -> servers.kafka();
            case REDIS -> servers.redis();
            case SIMULATOR -> servers.simulator();
            case ORDER, INVENTORY, PAYMENT, GATEWAY -> servers.service(part);
        };
    }

    private URI http(Part part, String path) {
        return URI.create(ServiceEnvironment.http(options.ports().of(part)) + path);
    }
}
