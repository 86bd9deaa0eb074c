-- Partitioned by the UUIDv7 primary key: a true primary key, monthly ranges, and every lookup by id prunes to one
-- partition. The three tables have the same bounds and are detached together. The partitions themselves are made by the
-- application (previous month and three ahead), because their bounds are computed from UUIDv7 timestamps.

CREATE TABLE orders (
    id                 uuid        NOT NULL,
    customer_id        text        NOT NULL,
    status             text        NOT NULL,
    reason             text,
    cancel_reason      text,
    payment_status     text        NOT NULL,
    fulfillment_status text        NOT NULL,
    currency           char(3)     NOT NULL,
    total_minor        bigint      NOT NULL CHECK (total_minor >= 0),
    captured_minor     bigint      NOT NULL DEFAULT 0 CHECK (captured_minor >= 0),
    refunded_minor     bigint      NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
    shipping_address   jsonb       NOT NULL,
    -- Encrypted; null once the payment is final.
    payment_token      text,
    stock_settled      boolean     NOT NULL DEFAULT false,
    payment_settled    boolean     NOT NULL DEFAULT false,
    -- By the database clock; null when no deadline runs.
    deadline           timestamptz,
    traceparent        text,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);

CREATE INDEX orders_customer_idx ON orders (customer_id, id DESC);

-- Only orders in motion: stays small however many orders are kept.
CREATE INDEX orders_deadline_idx ON orders (deadline) WHERE status IN ('PENDING', 'RESERVED', 'CANCELLING');

CREATE TABLE order_line (
    order_id         uuid   NOT NULL,
    line_no          int    NOT NULL,
    sku              text   NOT NULL,
    name             text   NOT NULL,
    quantity         int    NOT NULL CHECK (quantity > 0),
    unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
    line_total_minor bigint NOT NULL CHECK (line_total_minor >= 0),
    PRIMARY KEY (order_id, line_no)
) PARTITION BY RANGE (order_id);

CREATE TABLE order_timeline (
    order_id    uuid        NOT NULL,
    version     bigint      NOT NULL,
    at          timestamptz NOT NULL,
    from_status text,
    to_status   text        NOT NULL,
    trigger     text        NOT NULL,
    cause       text,
    PRIMARY KEY (order_id, version)
) PARTITION BY RANGE (order_id);
