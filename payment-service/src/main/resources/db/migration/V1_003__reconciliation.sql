-- How far the provider's list was compared with our records. One row.
CREATE TABLE reconciliation (
    id              smallint    PRIMARY KEY CHECK (id = 1),
    position        bigint      NOT NULL,
    -- Payments of orders up to here were looked for on the list.
    looked_at_order uuid        NOT NULL,
    -- When the list was last read to its end, by the database's clock.
    completed_at    timestamptz NOT NULL
);

INSERT INTO reconciliation VALUES (1, 0, '00000000-0000-7000-8000-000000000000', clock_timestamp());

-- What nothing of ours explains; kept for whoever settles it with the provider.
CREATE TABLE reconciliation_difference (
    position     bigint      NOT NULL, -- in the provider's list; 0 for what is not on it
    provider_key text        NOT NULL,
    reference    text,
    why          text        NOT NULL,
    found_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (position, provider_key)
);

-- When the provider's list showed the capture, too.
ALTER TABLE payment ADD COLUMN reconciled_at timestamptz;
