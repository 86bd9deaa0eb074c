package dev.springtide.payment.adapter.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as one array parameter for each column, for statements over {@code unnest}: one round trip
 * and one plan whatever the number of rows.
 */
final class Columns<T> {

    private record Column(String type, List<? extends @Nullable Object> values) {}

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private Columns(Collection<? extends T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> Columns<T> of(Collection<? extends T> rows) {
        return new Columns<>(rows);
    }

    Columns<T> uuid(Function<T, @Nullable UUID> value) {
        return column("uuid", value);
    }

    Columns<T> text(Function<T, @Nullable String> value) {
        return column("text", value);
    }

    Columns<T> name(Function<T, @Nullable Enum<?>> value) {
        return text(row -> {
            Enum<?> constant = value.apply(row);
            return constant == null ? null : constant.name();
        });
    }

    Columns<T> bigint(Function<T, @Nullable Long> value) {
        return column("bigint", value);
    }

    Columns<T> integer(Function<T, Integer> value) {
        return column("int", value);
    }

    Columns<T> bool(Function<T, Boolean> value) {
        return column("boolean", value);
    }

    int update(JdbcTemplate jdbc, String sql) {
        return rows.isEmpty() ? 0 : jdbc.update(statement(sql));
    }

    <R> List<R> query(JdbcTemplate jdbc, String sql, RowMapper<R> mapper) {
        return rows.isEmpty() ? List.of() : jdbc.query(statement(sql), mapper);
    }

    private Columns<T> column(String type, Function<T, ? extends @Nullable Object> value) {
        columns.add(new Column(type, rows.stream().map(value).toList()));
        return this;
    }

    private PreparedStatementCreator statement(String sql) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, array(connection, columns.get(i)));
            }
            return statement;
        };
    }

    private static Array array(Connection connection, Column column) throws SQLException {
        return connection.createArrayOf(column.type(), column.values().toArray());
    }
}
