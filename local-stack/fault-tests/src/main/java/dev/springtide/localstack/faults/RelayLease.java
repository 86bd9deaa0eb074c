package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who publishes the orders' events.
 *
 * @param pid of the process that took the lease last
 */
record RelayLease(int epoch, long pid) {

    private static final String QUERY =
            "SELECT epoch, split_part(owner, '-', 1)::bigint FROM outbox_cursor WHERE id = 1";

    static RelayLease read(World world) throws SQLException {
        try (Connection connection = world.platform().database("orders").connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new RelayLease(row.getInt(1), row.getLong(2));
        }
    }

    Instance holder(Platform platform) {
        return platform.instances(Part.ORDER).stream()
                .filter(one -> platform.server(one).pid() == pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody leads the relay"));
    }
}
