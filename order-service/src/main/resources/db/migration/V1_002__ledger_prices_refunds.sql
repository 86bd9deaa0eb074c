-- One row per accepted request. Claim and order are one transaction, so a row without its order does not exist.
CREATE TABLE idempotency_key (
    subject     text        NOT NULL,
    operation   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    resource_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, operation, key)
);

-- For the clean-up of old keys.
CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);

-- What an order costs, as the catalogue last announced it.
CREATE TABLE product_price (
    sku         text    PRIMARY KEY,
    name        text    NOT NULL,
    price_minor bigint  NOT NULL CHECK (price_minor >= 0),
    currency    char(3) NOT NULL,
    version     bigint  NOT NULL
);

CREATE TABLE refund (
    id           uuid        PRIMARY KEY,
    order_id     uuid        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    reason       text        NOT NULL,
    status       text        NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED')),
    failure      text,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);

CREATE INDEX refund_order_idx ON refund (order_id);
