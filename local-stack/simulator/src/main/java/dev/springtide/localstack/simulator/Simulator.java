package dev.springtide.localstack.simulator;

import dev.springtide.localstack.simulator.http.GuardedServer;
import dev.springtide.localstack.simulator.issuer.IssuerRoute;
import dev.springtide.localstack.simulator.issuer.TokenIssuer;
import dev.springtide.localstack.simulator.provider.Provider;
import dev.springtide.localstack.simulator.provider.ProviderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** The token issuer and the payment provider behind one port. */
public final class Simulator implements AutoCloseable {

    private final GuardedServer server;
    private final TokenIssuer issuer;
    private final Provider provider;

    private Simulator(GuardedServer server, TokenIssuer issuer, Provider provider) {
        this.server = server;
        this.issuer = issuer;
        this.provider = provider;
    }

    /** Answers requests when this returns. */
    public static Simulator start(SimulatorOptions options) {
        try {
            Provider provider =
                    new Provider(
                            options.apiKey(),
                            options.journal(),
                            options.webhooks(),
                            options.settings());
            GuardedServer server = listen(options, provider);
            TokenIssuer issuer =
                    new TokenIssuer(
                            "http://" + options.host() + ":" + server.port() + IssuerRoute.PREFIX);
            server.route(IssuerRoute.PREFIX, new IssuerRoute(issuer));
            server.route(Provider.PREFIX, provider);
            server.start();
            return new Simulator(server, issuer, provider);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(arguments);
        } catch (IllegalArgumentException mistake) {
            System.err.println(
                    mistake.getMessage() + System.lineSeparator() + SimulatorOptions.USAGE);
            System.exit(2);
            return;
        }
        Simulator simulator = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
        System.out.println("simulator ready on http://" + options.host() + ":" + simulator.port());
        new CountDownLatch(1).await();
    }

    public int port() {
        return server.port();
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    /** The provider's base URL for its clients, without a slash at the end. */
    public String providerUrl() {
        return "http://127.0.0.1:" + port() + "/provider";
    }

    public ProviderSettings settings() {
        return provider.settings();
    }

    public void change(ProviderSettings settings) {
        provider.change(settings);
    }

    @Override
    public void close() {
        server.close();
        try {
            provider.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static GuardedServer listen(SimulatorOptions options, Provider provider)
            throws IOException {
        try {
            return new GuardedServer(options.host(), options.port());
        } catch (IOException taken) {
            provider.close();
            throw taken;
        }
    }
}
