package dev.springtide.embedded;

/** A PostgreSQL server. */
public interface PostgresServer extends Server {

    /** The database with this name and its role of the same name; made when they do not exist. */
    Database database(String name, String password);

    /** Access with every right, to look at anything. */
    Database superuser(String database);
}
