-- The stored decision of each order; a RELEASED row without lines is the tombstone of a release
-- that came before its order. Lines never change once decided.
CREATE TABLE reservation (
    order_id   uuid        PRIMARY KEY,
    status     text        NOT NULL CHECK (status IN ('RESERVED', 'REJECTED', 'SOLD', 'RELEASED')),
    skus       text[]      NOT NULL,
    quantities integer[]   NOT NULL CHECK (cardinality(quantities) = cardinality(skus)),
    decided_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version    bigint      NOT NULL
) WITH (fillfactor = 70);
