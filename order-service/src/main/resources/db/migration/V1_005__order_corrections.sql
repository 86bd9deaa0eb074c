-- Who has moved an order on by hand, when, why, from where and to where. A row never changes. Not partitioned: there are
-- few, and the trail outlives the month of its orders.
CREATE TABLE order_correction (
    order_id    uuid        NOT NULL,
    -- The order's version that the correction made: the same as in its timeline.
    version     bigint      NOT NULL CHECK (version > 1),
    id          uuid        NOT NULL UNIQUE,
    action      text        NOT NULL CHECK (action IN ('CANCEL', 'RETRY')),
    operator    text        NOT NULL,
    reason      text        NOT NULL CHECK (reason <> ''),
    from_status text        NOT NULL,
    to_status   text        NOT NULL,
    -- The events that went out again without a move of the status.
    repeated    text[]      NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, version)
);
