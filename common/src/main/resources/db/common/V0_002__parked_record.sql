-- Records a consumer could not apply, and those of the same aggregate that came behind them.
CREATE TABLE parked_record (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer      text        NOT NULL,
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    record_key    text,
    aggregate_id  text        NOT NULL,
    type          text,
    header_names  text[]      NOT NULL,
    header_values bytea[]     NOT NULL,
    payload       bytea,
    error         text,
    status        text        NOT NULL DEFAULT 'PARKED'
                  CHECK (status IN ('PARKED', 'REPLAYED', 'DISCARDED')),
    parked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts      integer     NOT NULL DEFAULT 0,
    resolved_at   timestamptz,
    resolved_by   text,
    reason        text,
    UNIQUE (consumer, topic, partition, record_offset)
);

CREATE INDEX parked_record_waiting ON parked_record (aggregate_id, consumer, id)
    WHERE status = 'PARKED';
