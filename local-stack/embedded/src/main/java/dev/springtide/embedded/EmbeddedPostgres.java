package dev.springtide.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server: a direct child process on a data folder that outlives it. */
public final class EmbeddedPostgres extends EmbeddedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresSettings settings;

    public EmbeddedPostgres(PostgresSettings settings) {
        super(
                ProcessLaunch.of("PostgreSQL", command(settings), settings.custody()),
                settings.port());
        this.settings = settings;
    }

    @Override
    protected void prepare() {
        PostgresCluster.createIfAbsent(settings);
    }

    @Override
    protected boolean answers() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        }
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

    /** The database with this name and its role of the same name; made when they do not exist. */
    public Database database(String name, String password) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String quotedName = statement.enquoteIdentifier(name, true);
            String quotedPassword = statement.enquoteLiteral(password);
            if (isAbsent(
                    statement,
                    "SELECT FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(name))) {
                statement.execute(
                        "CREATE ROLE " + quotedName + " LOGIN PASSWORD " + quotedPassword);
            }
            if (isAbsent(
                    statement,
                    "SELECT FROM pg_database WHERE datname = " + statement.enquoteLiteral(name))) {
                statement.execute("CREATE DATABASE " + quotedName + " OWNER " + quotedName);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return new Database(url(name), name, password);
    }

    /** Access with every right, to look at anything. */
    public Database superuser(String database) {
        return new Database(url(database), PostgresCluster.SUPERUSER, settings.password());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url("postgres") + "?connectTimeout=2&socketTimeout=30",
                PostgresCluster.SUPERUSER,
                settings.password());
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
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
