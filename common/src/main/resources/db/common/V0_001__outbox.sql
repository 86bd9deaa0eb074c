-- Events waiting to be published and those already published, insert-only. The partitions are made
-- and dropped by the service; nothing is ever updated or deleted, so nothing bloats.
CREATE SEQUENCE outbox_seq AS bigint CACHE 1;

CREATE TABLE outbox (
    seq               bigint      NOT NULL DEFAULT nextval('outbox_seq'),
    xid               xid8        NOT NULL DEFAULT pg_current_xact_id(),
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    id                uuid        NOT NULL,
    topic             text        NOT NULL,
    type              text        NOT NULL,
    aggregate_id      text        NOT NULL,
    aggregate_version bigint      NOT NULL,
    traceparent       text,
    payload           bytea       NOT NULL
) PARTITION BY RANGE (created_at);

CREATE INDEX outbox_xid_seq ON outbox (xid, seq);
CREATE INDEX outbox_seq_idx ON outbox (seq);

-- How far the relay has come: everything visible in from_snapshot is published, and of what became
-- visible between the two snapshots everything up to last_seq. The epoch counts the leaders.
CREATE TABLE outbox_cursor (
    id            smallint    PRIMARY KEY CHECK (id = 1),
    epoch         bigint      NOT NULL,
    owner         text        NOT NULL,
    lease_until   timestamptz NOT NULL,
    from_snapshot pg_snapshot NOT NULL,
    to_snapshot   pg_snapshot,
    last_seq      bigint      NOT NULL
) WITH (fillfactor = 10);

INSERT INTO outbox_cursor (id, epoch, owner, lease_until, from_snapshot, last_seq)
VALUES (1, 0, 'nobody', '-infinity', pg_current_snapshot(), 0);
