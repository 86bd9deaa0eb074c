-- The payment of an order. A row of amount 0 with cancel_requested is the tombstone of a cancellation that came first.
CREATE TABLE payment (
    order_id         uuid        NOT NULL PRIMARY KEY,
    id               uuid        NOT NULL UNIQUE,
    customer_id      text        NOT NULL,
    amount_minor     bigint      NOT NULL CHECK (amount_minor >= 0),
    currency         char(3)     NOT NULL,
    token            text,       -- encrypted; null as soon as the charge is decided
    status           text        NOT NULL CHECK (status IN
        ('PENDING', 'UNKNOWN', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DECLINED', 'VOIDED')),
    captured_minor   bigint      NOT NULL CHECK (captured_minor BETWEEN 0 AND amount_minor),
    refunded_minor   bigint      NOT NULL CHECK (refunded_minor BETWEEN 0 AND captured_minor),
    cancel_requested boolean     NOT NULL,
    closed_as        text        CHECK (closed_as IN ('VOIDED', 'REFUNDED', 'NEVER_CHARGED')),
    decline_code     text,
    traceparent      text,
    version          bigint      NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (token IS NULL OR status IN ('PENDING', 'UNKNOWN'))
) WITH (fillfactor = 80);

-- What is asked of the provider: the durable queue. provider_key is the provider's idempotency key, the same for ever.
CREATE TABLE payment_operation (
    provider_key    text        NOT NULL PRIMARY KEY,
    order_id        uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('CHARGE', 'VOID', 'REFUND')),
    refund_id       uuid,
    amount_minor    bigint      NOT NULL,
    currency        char(3)     NOT NULL,
    status          text        NOT NULL CHECK (status IN ('DUE', 'DONE', 'FAILED')),
    in_doubt        boolean     NOT NULL,
    attempts        int         NOT NULL,
    next_attempt_at timestamptz NOT NULL, -- while leased: the end of the lease
    lease_owner     text,
    lease_until     timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE INDEX payment_operation_order ON payment_operation (order_id);
CREATE INDEX payment_operation_due ON payment_operation (in_doubt, next_attempt_at) WHERE status = 'DUE';

-- Written before each call; a row without an end is a call whose worker died.
CREATE TABLE payment_attempt (
    provider_key text        NOT NULL,
    attempt      int         NOT NULL,
    kind         text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz,
    outcome      text,
    PRIMARY KEY (provider_key, attempt)
) WITH (fillfactor = 80);

-- Webhooks taken in, each event once.
CREATE TABLE provider_event (
    provider    text        NOT NULL,
    event_id    text        NOT NULL,
    type        text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (provider, event_id)
);
CREATE INDEX provider_event_age ON provider_event (received_at);
