package dev.springtide.parking;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where consumers put records aside. */
public class ParkingLot {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingLot.class);
    private static final int LONGEST_ERROR = 2_000;

    private static final String BLOCKED =
            """
            SELECT DISTINCT aggregate_id FROM parked_record
             WHERE status = 'PARKED' AND consumer = ? AND aggregate_id = ANY (?)
            """;

    private static final String AGGREGATES =
            """
            SELECT DISTINCT aggregate_id FROM parked_record
             WHERE status = 'PARKED' AND aggregate_id = ANY (?)
            """;

    /** A record that is delivered again after it was parked is the same parked record. */
    private static final String PARK =
            """
            INSERT INTO parked_record (consumer, topic, partition, record_offset, record_key, aggregate_id,
                                       type, header_names, header_values, payload, error)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (consumer, topic, partition, record_offset) DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    public ParkingLot(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these aggregates have records of this consumer waiting. */
    public Set<String> blocked(String consumer, Collection<String> aggregateIds) {
        return query(BLOCKED, consumer, aggregateIds.toArray(String[]::new));
    }

    /** Which of these aggregates have records of any consumer waiting. */
    public Set<String> aggregatesAmong(Collection<String> aggregateIds) {
        return query(AGGREGATES, new Object[] {aggregateIds.toArray(String[]::new)});
    }

    /** Parks records in the order given, in the transaction of the caller. */
    public void park(String consumer, List<RecordToPark> records) {
        for (RecordToPark parked : records) {
            ConsumerRecord<String, byte[]> record = parked.record();
            LOG.warn(
                    "{} parks {}-{}@{} of {}: {}",
                    consumer,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    parked.aggregateId(),
                    parked.error() == null ? "behind a parked record" : parked.error());
            jdbc.update(connection -> insert(connection, consumer, parked));
        }
    }

    private static PreparedStatement insert(
            Connection connection, String consumer, RecordToPark parked) throws SQLException {
        ConsumerRecord<String, byte[]> record = parked.record();
        Header[] headers = record.headers().toArray();
        Array names =
                connection.createArrayOf(
                        "text",
                        Arrays.stream(headers).map(h -> RecordToPark.storable(h.key())).toArray());
        Array values =
                connection.createArrayOf(
                        "bytea", Arrays.stream(headers).map(Header::value).toArray(byte[][]::new));
        PreparedStatement insert = connection.prepareStatement(PARK);
        insert.setString(1, consumer);
        insert.setString(2, record.topic());
        insert.setInt(3, record.partition());
        insert.setLong(4, record.offset());
        insert.setString(5, record.key() == null ? null : RecordToPark.storable(record.key()));
        insert.setString(6, parked.aggregateId());
        insert.setString(7, parked.type() == null ? null : RecordToPark.storable(parked.type()));
        insert.setArray(8, names);
        insert.setArray(9, values);
        insert.setBytes(10, record.value());
        insert.setString(11, parked.error() == null ? null : shortened(parked.error()));
        return insert;
    }

    private Set<String> query(String sql, Object... arguments) {
        return new HashSet<>(jdbc.query(sql, (row, n) -> row.getString(1), arguments));
    }

    private static String shortened(String error) {
        String text = RecordToPark.storable(error);
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
