-- Goods that have left. Partitioned as the orders are, with the same bounds, and detached together with them.
-- A row never changes; how much of a line is still to be shipped is what was ordered less the sum of these rows.
CREATE TABLE shipment (
    order_id        uuid        NOT NULL,
    id              uuid        NOT NULL,
    carrier         text        NOT NULL,
    tracking_number text        NOT NULL,
    skus            text[]      NOT NULL,
    quantities      int[]       NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (order_id, id),
    CHECK (cardinality(skus) > 0 AND cardinality(skus) = cardinality(quantities) AND 0 < ALL (quantities))
) PARTITION BY RANGE (order_id);

-- The months that already have orders; the application makes those to come.
DO $$
DECLARE
    month record;
BEGIN
    FOR month IN
        SELECT replace(c.relname, 'orders', 'shipment') AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
          FROM pg_inherits i
          JOIN pg_class c ON c.oid = i.inhrelid
         WHERE i.inhparent = 'orders'::regclass
    LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF shipment %s', month.name, month.bounds);
    END LOOP;
END $$;
