package dev.springtide.containers;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.PostgresAccess;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.embedded.PostgresSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL with the settings of the embedded one. */
final class ContainerPostgres extends ContainerServer implements PostgresServer {

    private static final int PORT = 5432;
    private static final long SHARED_MEMORY = 256L * 1024 * 1024;

    private final PostgresAccess access;

    ContainerPostgres(Path folder) {
        super("postgres", Images.POSTGRES, PORT, folder);
        PostgresSettings settings = PostgresSettings.forTests(folder);
        this.access = new PostgresAccess(port(), settings.password());
        List<String> command = new ArrayList<>(List.of("postgres"));
        settings.tuning()
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        container()
                .withEnv("POSTGRES_PASSWORD", settings.password())
                .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresSettings.LOCALE))
                .withSharedMemorySize(SHARED_MEMORY)
                .withCommand(command.toArray(String[]::new));
    }

    @Override
    protected boolean answers() throws SQLException {
        return access.answers();
    }

    @Override
    public Database database(String name, String password) {
        return access.database(name, password);
    }

    @Override
    public Database superuser(String database) {
        return access.superuser(database);
    }
}
