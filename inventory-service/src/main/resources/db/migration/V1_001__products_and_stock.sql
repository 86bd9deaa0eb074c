CREATE TABLE product (
    sku         text        PRIMARY KEY,
    name        text        NOT NULL,
    description text        NOT NULL,
    category    text        NOT NULL,
    price_minor bigint      NOT NULL CHECK (price_minor >= 0),
    currency    char(3)     NOT NULL,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);

-- The catalogue is read newest first, whole or by category.
CREATE INDEX product_newest ON product (created_at DESC, sku DESC);
CREATE INDEX product_newest_by_category ON product (category, created_at DESC, sku DESC);

-- One row per SKU, no index on a counter: every update is heap-only. The free half of each page
-- takes the row versions of a rush until they are pruned.
CREATE TABLE stock (
    sku       text   PRIMARY KEY REFERENCES product (sku),
    available bigint NOT NULL DEFAULT 0 CHECK (available >= 0),
    reserved  bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    sold      bigint NOT NULL DEFAULT 0 CHECK (sold >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
