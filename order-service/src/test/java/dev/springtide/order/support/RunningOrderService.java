package dev.springtide.order.support;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.localstack.simulator.Simulator;
import dev.springtide.localstack.simulator.SimulatorOptions;
import dev.springtide.localstack.simulator.issuer.TokenIssuer;
import dev.springtide.order.OrderServiceApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One instance of the service on a port of its own, with the real security chain and a real issuer.
 * Several may share a database.
 */
public final class RunningOrderService implements AutoCloseable {

    /** A key that is only used by these tests. */
    public static final String TOKEN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final ConfigurableApplicationContext context;
    private final TestDatabase tables;

    private RunningOrderService(ConfigurableApplicationContext context, TestDatabase tables) {
        this.context = context;
        this.tables = tables;
    }

    /**
     * Starts an instance with a database of its own, in which a BOARD costs 12.50 EUR.
     *
     * @param name what the database's name begins with
     * @param settings further properties, each {@code name=value}
     */
    public static RunningOrderService withBoard(String name, String... settings) {
        RunningOrderService service = start(Infrastructure.freshDatabase(name), settings);
        service.tables().product("BOARD", 1250, "EUR");
        return service;
    }

    /**
     * Starts an instance.
     *
     * @param settings further properties, each {@code name=value}
     */
    public static RunningOrderService start(Database database, String... settings) {
        List<String> properties = new ArrayList<>();
        properties.add("server.port=0");
        properties.add("spring.datasource.url=" + database.url());
        properties.add("spring.datasource.username=" + database.username());
        properties.add("spring.datasource.password=" + database.password());
        properties.add("spring.datasource.hikari.minimum-idle=1");
        properties.add(
                "spring.kafka.bootstrap-servers=" + Infrastructure.kafka().bootstrapServers());
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer().issuer());
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.audiences=" + TokenIssuer.AUDIENCE);
        properties.add("springtide.payment-token.key=" + TOKEN_KEY);
        properties.add("logging.structured.format.console=");
        properties.addAll(List.of(settings));
        return new RunningOrderService(
                new SpringApplicationBuilder(OrderServiceApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(properties.stream().map(p -> "--" + p).toArray(String[]::new)),
                new TestDatabase(database));
    }

    public static TokenIssuer issuer() {
        return Issuer.RUNNING.issuer();
    }

    public int port() {
        return Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    public TestDatabase tables() {
        return tables;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** A client with a token of this customer. */
    public OrderClient customer(String subject) {
        return client(issuer().token(subject, "customer"));
    }

    /** A client with a token of this operator. */
    public OrderClient operator(String subject) {
        return client(issuer().token(subject, "operator"));
    }

    public OrderClient client(String token) {
        return new OrderClient(port(), token);
    }

    /** How many requests wait for a lane of intake. */
    public long queued() {
        return (long) bean(MeterRegistry.class).get("intake.queued").gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Issuer {
        private static final Simulator RUNNING =
                Simulator.start(SimulatorOptions.inProcess("unused"));
    }
}
