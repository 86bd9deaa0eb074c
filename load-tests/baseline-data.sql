-- What the services make at start: partitions, and goods to sell.
CREATE TABLE orders_all PARTITION OF orders DEFAULT;
CREATE TABLE order_line_all PARTITION OF order_line DEFAULT;
CREATE TABLE order_timeline_all PARTITION OF order_timeline DEFAULT;
CREATE TABLE outbox_all PARTITION OF outbox DEFAULT;

INSERT INTO product (sku, name, description, category, price_minor, currency, version)
SELECT 'LOAD-' || n, 'Load ' || n, '', 'load', 990, 'EUR', 1 FROM generate_series(0, 199) n;
INSERT INTO stock (sku, available) SELECT sku, 1000000000 FROM product;
