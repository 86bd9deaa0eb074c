package dev.springtide.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The superuser's access to a PostgreSQL server on 127.0.0.1.
 *
 * @param password the superuser's
 */
public record PostgresAccess(int port, String password) {

    /** Whether it takes a connection. */
    public boolean answers() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        }
    }

    /** The database with this name and its role of the same name; made when they do not exist. */
    public Database database(String name, String itsPassword) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String quotedName = statement.enquoteIdentifier(name, true);
            String quotedPassword = statement.enquoteLiteral(itsPassword);
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
        return new Database(url(name), name, itsPassword);
    }

    /** Access with every right, to look at anything. */
    public Database superuser(String database) {
        return new Database(url(database), PostgresCluster.SUPERUSER, password);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url("postgres") + "?connectTimeout=2&socketTimeout=30",
                PostgresCluster.SUPERUSER,
                password);
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "PostgresAccess[" + port + "]";
    }
}
