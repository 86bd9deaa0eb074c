package dev.springtide.inventory;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.localstack.simulator.Simulator;
import dev.springtide.localstack.simulator.SimulatorOptions;
import dev.springtide.localstack.simulator.issuer.TokenIssuer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at the servers of this JVM: a database of its own, the others shared. */
public final class RealServers
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Simulator SIMULATOR =
            Simulator.start(SimulatorOptions.inProcess("unused"));

    /** Issues the tokens that the service accepts. */
    public static TokenIssuer issuer() {
        return SIMULATOR.issuer();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = Infrastructure.freshDatabase("inventory");
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "spring.kafka.bootstrap-servers="
                                + Infrastructure.kafka().bootstrapServers(),
                        "spring.data.redis.host=127.0.0.1",
                        "spring.data.redis.port=" + Infrastructure.redis().port(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer().issuer(),
                        "spring.security.oauth2.resourceserver.jwt.audiences="
                                + TokenIssuer.AUDIENCE)
                .applyTo(context);
    }
}
