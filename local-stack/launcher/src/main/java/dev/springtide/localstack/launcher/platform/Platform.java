package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.EmbeddedPostgres;
import dev.springtide.embedded.EmbeddedServer;
import java.net.URI;
import java.util.Arrays;
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
    private final Fleet fleet;
    private final LaunchGate gate = new LaunchGate();
    private final Map<Part, Balancer> balancers = new ConcurrentHashMap<>();
    private final Map<Part, Integer> counts = new ConcurrentHashMap<>();

    public Platform(PlatformOptions options) {
        this.options = options;
        this.secrets = Secrets.of(options.data());
        this.fleet = new Fleet(options, secrets);
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

    /** Starts every process of a part that does not run; returns when all are ready. */
    public void start(Part part) {
        List<EmbeddedServer> ended =
                servers(part).stream().filter(server -> !server.isAlive()).toList();
        ended.forEach(gate::launch);
        ended.forEach(EmbeddedServer::awaitReady);
        complete(part);
    }

    /** Starts one process, again or for the first time, and returns when it is ready. */
    public void start(Instance instance) {
        EmbeddedServer server = server(instance);
        gate.launch(server);
        server.awaitReady();
        complete(instance.part());
    }

    private void complete(Part part) {
        if (server(part) instanceof EmbeddedPostgres postgres) {
            Servers.DATABASES.forEach(
                    name -> postgres.database(name, secrets.databasePassword(name)));
        }
        if (options.isBalanced(part)) {
            balancers.computeIfAbsent(part, this::balancer);
        }
    }

    private Balancer balancer(Part part) {
        return Balancer.open(
                options.ports().of(part),
                options.instances(part).stream()
                        .map(one -> new Backend(options.port(one), options.readiness(one)))
                        .toList());
    }

    /**
     * Ends every part in order: the door first, the database last. Parts that do not run are passed
     * over.
     */
    public void stop() {
        gate.close();
        new StopSequence(this).run();
        balancers.values().forEach(Balancer::close);
        balancers.clear();
    }

    @Override
    public void close() {
        stop();
    }

    /** Gives a service an environment variable, over its configuration, from its next start on. */
    public void set(Part service, String variable, String value) {
        fleet.set(service, variable, value);
    }

    /** SIGKILL to every process of a part. */
    public void kill(Part part) {
        servers(part).forEach(EmbeddedServer::kill);
    }

    /**
     * How many of the processes that the options provide for a service are to run, all without a
     * word. Those beyond are ended; those that are missing come with the next {@link #start(Part)}.
     */
    public void scale(Part service, int count) {
        List<Instance> all = options.instances(service);
        counts.put(service, Math.clamp(count, 1, all.size()));
        all.subList(instances(service).size(), all.size()).forEach(one -> server(one).stop());
    }

    /** The processes of a part that are to run; more than one only of services. */
    public List<Instance> instances(Part part) {
        List<Instance> all = options.instances(part);
        return all.subList(0, counts.getOrDefault(part, all.size()));
    }

    private List<EmbeddedServer> servers(Part part) {
        return instances(part).stream().map(this::server).toList();
    }

    /** Every process of the platform. */
    public List<Instance> instances() {
        return Arrays.stream(Part.values()).flatMap(part -> instances(part).stream()).toList();
    }

    /** The process of a part, whether it runs or not; the first where there are more. */
    public EmbeddedServer server(Part part) {
        return server(Instance.of(part));
    }

    public EmbeddedServer server(Instance instance) {
        return fleet.server(instance);
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

    /** Where one process of a service answers, whatever the balancer thinks of it. */
    public URI service(Instance instance) {
        return URI.create(ServiceEnvironment.http(options.port(instance)));
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
        return fleet.made(parts);
    }

    private URI http(Part part, String path) {
        return URI.create(ServiceEnvironment.http(options.ports().of(part)) + path);
    }
}
