-- each move and each repeat of an order has its events in the outbox, once each, and no event is without its cause
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT created_at FROM orders ORDER BY id LIMIT 1) > created_at - interval '1 minute' THEN '-infinity'
                ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
moves AS (
    SELECT t.order_id, t.from_status, t.to_status
      FROM order_timeline t JOIN orders o ON o.id = t.order_id, kept
     WHERE t.order_id >= :from AND o.id >= :from AND o.created_at >= kept.since AND t.from_status IS DISTINCT FROM t.to_status),
due AS (
    SELECT order_id, e.type, count(*) AS times
      FROM moves m
      JOIN (VALUES ('PENDING', 'created'), ('RESERVED', 'payment-requested'), ('CONFIRMED', 'paid'),
                   ('CONFIRMED', 'confirmed'), ('REJECTED', 'rejected'), ('CANCELLED', 'cancelled'), ('COMPLETED', 'completed'),
                   ('CANCELLING', 'stock-release-requested'), ('CANCELLING', 'payment-cancel-requested'))
           AS e(status, type) ON e.status = m.to_status
     GROUP BY 1, 2),
undone AS (
    SELECT o.id AS order_id, e.type, 1 AS times
      FROM orders o, kept, (VALUES ('stock-release-requested'), ('payment-cancel-requested')) AS e(type)
     WHERE o.id >= :from AND o.status = 'REJECTED' AND o.reason <> 'OUT_OF_STOCK' AND o.created_at >= kept.since),
corrected AS (
    -- A correction is announced, and may have asked again for what the order waits for.
    SELECT c.order_id, e.type, count(*) AS times
      FROM order_correction c JOIN orders o ON o.id = c.order_id, kept,
           LATERAL (SELECT 'corrected' AS type
                    UNION ALL
                    SELECT regexp_replace(replace(lower(event), '_', '-'), '^order-', '') FROM unnest(c.repeated) AS event) e
     WHERE c.order_id >= :from AND o.created_at >= kept.since
     GROUP BY 1, 2),
repeated AS (
    -- An order that has waited too long for an answer has asked again.
    SELECT t.order_id, e.type, count(*) AS times
      FROM order_timeline t
      JOIN (VALUES ('STOCK_ASKED_AGAIN', 'created'), ('PAYMENT_ASKED_AGAIN', 'payment-requested'),
                   ('RELEASE_ASKED_AGAIN', 'stock-release-requested'), ('CANCEL_ASKED_AGAIN', 'payment-cancel-requested'),
                   ('COMPENSATIONS_ASKED_AGAIN', 'stock-release-requested'),
                   ('COMPENSATIONS_ASKED_AGAIN', 'payment-cancel-requested'))
           AS e(trigger, type) ON e.trigger = t.trigger
      JOIN orders o ON o.id = t.order_id, kept
     WHERE t.order_id >= :from AND o.id >= :from AND o.created_at >= kept.since
     GROUP BY 1, 2),
expected AS (
    SELECT order_id, type, sum(times) AS times
      FROM (SELECT order_id, type, times FROM due
            UNION ALL
            SELECT order_id, type, times FROM undone
            UNION ALL
            SELECT order_id, type, times FROM corrected
            UNION ALL
            SELECT order_id, type, times FROM repeated) e
     GROUP BY 1, 2),
written AS (
    SELECT aggregate_id::uuid AS order_id, split_part(substr(type, length('dev.springtide.order.') + 1), '.v', 1) AS type,
           count(*) AS times
      FROM outbox e LEFT JOIN orders o ON o.id = aggregate_id::uuid AND o.id >= :from, kept
     WHERE topic = 'order-events' AND aggregate_id COLLATE "C" >= :from::text
       AND e.created_at >= uuid_extract_timestamp(:from) - interval '10 minutes'
       AND type NOT LIKE '%.refund-requested.%' AND type NOT LIKE '%.shipped.%'
       AND (o.id IS NULL OR o.created_at >= kept.since)
     GROUP BY 1, 2)
SELECT coalesce(e.order_id, w.order_id)::text AS subject,
       coalesce(e.type, w.type) || ': expected ' || coalesce(e.times, 0) || ', in the outbox ' || coalesce(w.times, 0) AS detail
  FROM expected e FULL JOIN written w ON w.order_id = e.order_id AND w.type = e.type
 WHERE e.times IS DISTINCT FROM w.times
