-- Who changed the stock by hand, and the answer that a repeated request gets again.
CREATE TABLE stock_adjustment (
    subject         text        NOT NULL,
    key             text        NOT NULL,
    fingerprint     bytea       NOT NULL,
    sku             text        NOT NULL,
    delta           bigint      NOT NULL,
    reason          text        NOT NULL,
    available_after bigint      NOT NULL,
    reserved_after  bigint      NOT NULL,
    sold_after      bigint      NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, key)
);
