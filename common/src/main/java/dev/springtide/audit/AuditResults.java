package dev.springtide.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the last audit found, for all instances; its times are the database's. */
final class AuditResults {

    private static final String STORE =
            """
            INSERT INTO audit_result (invariant, breaches, audited_at) VALUES (:name, :breaches, clock_timestamp())
            ON CONFLICT (invariant) DO UPDATE SET breaches = excluded.breaches, audited_at = excluded.audited_at
            """;

    private static final String FORGET = "DELETE FROM audit_result WHERE invariant <> ALL (:names)";

    private static final String READ =
            """
            SELECT invariant, breaches, extract(epoch FROM clock_timestamp() - audited_at) AS age FROM audit_result
            """;

    private final JdbcClient jdbc;

    AuditResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one check found.
     *
     * @param age seconds since then
     */
    record Result(long breaches, double age) {}

    void store(Invariant invariant, long breaches) {
        jdbc.sql(STORE).param("name", invariant.name()).param("breaches", breaches).update();
    }

    /** Of invariants that an earlier release had. */
    void forgetAllBut(Collection<Invariant> present) {
        List<String> names = present.stream().map(Invariant::name).toList();
        jdbc.sql(FORGET).param("names", names.toArray(String[]::new)).update();
    }

    /** By the invariant's name; those that were never checked are missing. */
    Map<String, Result> read() {
        Map<String, Result> results = new HashMap<>();
        jdbc.sql(READ)
                .query(row -> {
                    results.put(
                            row.getString("invariant"),
                            new Result(row.getLong("breaches"), row.getDouble("age")));
                });
        return results;
    }
}
