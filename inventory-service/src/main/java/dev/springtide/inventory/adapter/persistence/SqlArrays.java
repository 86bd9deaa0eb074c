package dev.springtide.inventory.adapter.persistence;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.support.SqlArrayValue;

/** Columns of a set-based statement. */
final class SqlArrays {

    private SqlArrays() {}

    static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    static <T> SqlArrayValue texts(Collection<T> rows, Function<T, String> column) {
        return new SqlArrayValue("text", rows.stream().map(column).toArray());
    }

    static <T> SqlArrayValue numbers(Collection<T> rows, ToLongFunction<T> column) {
        return new SqlArrayValue("bigint", rows.stream().mapToLong(column).boxed().toArray());
    }
}
