-- each refund was asked for once and for each repeat, and each request has its refund
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT created_at FROM orders ORDER BY id LIMIT 1) > created_at - interval '1 minute' THEN '-infinity'
                ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
asked AS (
    SELECT order_id, count(*) + sum(r.repeats) AS times FROM refund r JOIN orders o ON o.id = r.order_id, kept
     WHERE r.order_id >= :from AND o.created_at >= kept.since GROUP BY 1),
written AS (
    SELECT aggregate_id::uuid AS order_id, count(*) AS times FROM outbox e LEFT JOIN orders o ON o.id = aggregate_id::uuid AND o.id >= :from, kept
     WHERE type = 'dev.springtide.order.refund-requested.v1' AND aggregate_id COLLATE "C" >= :from::text
       AND e.created_at >= uuid_extract_timestamp(:from) - interval '10 minutes' AND (o.id IS NULL OR o.created_at >= kept.since) GROUP BY 1)
SELECT order_id::text AS subject,
       'refunds ' || coalesce(a.times, 0) || ', requests in the outbox ' || coalesce(w.times, 0) AS detail
  FROM asked a FULL JOIN written w USING (order_id)
 WHERE a.times IS DISTINCT FROM w.times
