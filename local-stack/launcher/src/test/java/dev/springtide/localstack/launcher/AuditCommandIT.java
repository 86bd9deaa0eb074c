package dev.springtide.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.simulator.Simulator;
import dev.springtide.localstack.simulator.SimulatorOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers with the services' own tables, one product and no orders. */
class AuditCommandIT {

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
    private static final String API_KEY = "audited";

    private final Database inventory = database("inventory");

    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.inProcess(API_KEY));

    @TempDir private Path folder;

    @Test
    void exitsWith1WhenARowWasTamperedWith() throws Exception {
        topics();
        AuditTarget target = target();
        execute(
                """
                INSERT INTO product (sku, name, description, category, price_minor, currency, version)
                VALUES ('TEA', 'Tea', '', 'drinks', 100, 'EUR', 1);
                INSERT INTO stock (sku, available) VALUES ('TEA', 5);
                INSERT INTO stock_adjustment (subject, key, fingerprint, sku, delta, reason,
                       available_after, reserved_after, sold_after)
                VALUES ('olga', 'first', '', 'TEA', 5, 'delivery', 5, 0, 0)
                """);
        assertThat(audit(target)).isZero();
        assertThat(written()).contains("\"clean\" : true");

        execute("UPDATE stock SET available = 6");

        assertThat(audit(target)).isEqualTo(1);
        assertThat(written()).contains("\"clean\" : false", "\"subject\" : \"TEA\"", "available 6");
    }

    private int audit(AuditTarget target) {
        Arguments arguments =
                new Arguments(Map.of("--out", folder.resolve("audit.json").toString()), Set.of());
        return new AuditCommand(folder, arguments).judge(target);
    }

    private String written() throws Exception {
        return Files.readString(folder.resolve("audit.json"));
    }

    private AuditTarget target() {
        return new AuditTarget(
                database("order"),
                inventory,
                database("payment"),
                Infrastructure.kafka().bootstrapServers(),
                URI.create(simulator.providerUrl()),
                API_KEY);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = inventory.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void topics() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of("bootstrap.servers", Infrastructure.kafka().bootstrapServers()))) {
            admin.createTopics(
                            Stream.of(
                                            "product-events",
                                            "order-events",
                                            "inventory-events",
                                            "payment-events")
                                    .map(name -> new NewTopic(name, 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    private static Database database(String service) {
        Database database = Infrastructure.freshDatabase(service);
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations(
                        migrations("common", "common"),
                        migrations(service + "-service", "migration"))
                .load()
                .migrate();
        return database;
    }

    private static String migrations(String module, String folder) {
        return "filesystem:"
                + ROOT.resolve(module).resolve("src/main/resources/db").resolve(folder);
    }
}
