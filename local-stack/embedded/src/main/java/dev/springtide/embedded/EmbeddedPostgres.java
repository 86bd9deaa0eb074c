package dev.springtide.embedded;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server: a direct child process on a data folder that outlives it. */
public final class EmbeddedPostgres extends EmbeddedServer implements PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresSettings settings;
    private final PostgresAccess access;

    public EmbeddedPostgres(PostgresSettings settings) {
        super(
                ProcessLaunch.of("PostgreSQL", command(settings), settings.custody()),
                settings.port());
        this.settings = settings;
        this.access = new PostgresAccess(settings.port(), settings.password());
    }

    @Override
    protected void prepare() {
        PostgresCluster.createIfAbsent(settings);
    }

    @Override
    protected boolean answers() throws SQLException {
        return access.answers();
    }

    @Override
    protected Duration startPatience() {
        return PATIENCE;
    }

    /** "Fast" shutdown: sessions are ended, a checkpoint is written. */
    @Override
    protected Signal polite() {
        return Signal.INT;
    }

    @Override
    public Database database(String name, String password) {
        return access.database(name, password);
    }

    @Override
    public Database superuser(String database) {
        return access.superuser(database);
    }

    private static List<String> command(PostgresSettings settings) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(PostgresBinaries.program("postgres").toString());
        command.addAll(List.of("-D", settings.data().toAbsolutePath().toString()));
        settings.parameters()
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }
}
