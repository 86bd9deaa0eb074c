-- no order ships more than was ordered, its status follows its shipments, and each shipment was announced once
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT created_at FROM orders ORDER BY id LIMIT 1) > created_at - interval '1 minute' THEN '-infinity'
                ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
shipped AS (
    SELECT order_id, u.sku, sum(u.quantity) AS quantity
      FROM shipment, unnest(skus, quantities) AS u(sku, quantity)
     WHERE order_id >= :from GROUP BY 1, 2),
line AS (
    SELECT coalesce(l.order_id, s.order_id) AS order_id, coalesce(l.quantity, 0) AS ordered, coalesce(s.quantity, 0) AS shipped
      FROM (SELECT order_id, sku, quantity FROM order_line WHERE order_id >= :from) l FULL JOIN shipped s USING (order_id, sku)),
sums AS (
    SELECT order_id, sum(ordered) AS ordered, sum(shipped) AS shipped, bool_or(shipped > ordered) AS exceeded
      FROM line GROUP BY 1),
announced AS (
    SELECT aggregate_id::uuid AS order_id, count(*) AS times FROM outbox
     WHERE type = 'dev.springtide.order.shipped.v1' AND aggregate_id COLLATE "C" >= :from::text
       AND created_at >= uuid_extract_timestamp(:from) - interval '10 minutes' GROUP BY 1)
SELECT o.id::text AS subject,
       status || ', ' || fulfillment_status || ': ordered ' || s.ordered || ', shipped ' || s.shipped || ', announced '
           || coalesce(a.times, 0) AS detail
  FROM orders o
  JOIN sums s ON s.order_id = o.id
  LEFT JOIN announced a ON a.order_id = o.id,
       kept
 WHERE o.id >= :from AND (s.exceeded
    OR fulfillment_status <> CASE s.shipped WHEN 0 THEN 'UNFULFILLED' WHEN s.ordered THEN 'FULFILLED'
                                            ELSE 'PARTIALLY_FULFILLED' END
    OR (s.shipped = s.ordered) <> (status = 'COMPLETED')
    OR (s.shipped > 0 AND status NOT IN ('CONFIRMED', 'COMPLETED'))
    OR (o.created_at >= kept.since
        AND coalesce(a.times, 0) <> (SELECT count(*) FROM shipment p WHERE p.order_id = o.id)))
