package dev.springtide.order.adapter.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of many rows as an SQL array, for {@code unnest}. */
record ColumnArrays<T>(Connection connection, Collection<T> rows) {

    Array of(String type, Function<? super T, ? extends @Nullable Object> column)
            throws SQLException {
        Object[] values = new Object[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        return connection.createArrayOf(type, values);
    }

    Array bytes(Function<? super T, byte[]> column) throws SQLException {
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", values);
    }
}
