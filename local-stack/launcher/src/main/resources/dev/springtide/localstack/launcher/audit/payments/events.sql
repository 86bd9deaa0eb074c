-- each payment's outcome, refunds and close were announced once
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT min(created_at) FROM payment) > min(created_at) - interval '1 minute' THEN '-infinity'
                ELSE min(created_at) END AS since
      FROM outbox),
written AS (
    SELECT aggregate_id::uuid AS order_id,
           count(*) FILTER (WHERE type LIKE '%.payment.captured.%') AS captured,
           count(*) FILTER (WHERE type LIKE '%.payment.declined.%') AS declined,
           count(*) FILTER (WHERE type LIKE '%.payment.closed.%') AS closed,
           count(*) FILTER (WHERE type LIKE '%.payment.in-doubt.%') AS doubts,
           count(*) FILTER (WHERE type LIKE '%.payment.refund-succeeded.%') AS refunds
      FROM outbox WHERE topic = 'payment-events' GROUP BY 1),
refunded AS (
    SELECT order_id, count(*) AS refunds FROM payment_operation
     WHERE kind = 'REFUND' AND status = 'DONE' AND refund_id IS NOT NULL GROUP BY 1)
SELECT p.order_id::text AS subject,
       format('%s, closed %s; events: %s captured, %s declined, %s closed, %s in doubt, %s of %s refunds', p.status,
              coalesce(closed_as, 'not'), w.captured, w.declined, w.closed, w.doubts, w.refunds,
              coalesce(r.refunds, 0)) AS detail
  FROM payment p
  LEFT JOIN written w USING (order_id)
  LEFT JOIN refunded r USING (order_id)
 WHERE p.created_at >= (SELECT since FROM kept)
   AND (coalesce(w.captured, 0) <> (p.captured_minor > 0)::int
        OR coalesce(w.closed, 0) <> (p.closed_as IS NOT NULL)::int
        OR coalesce(w.declined, 0) <> (p.status = 'DECLINED')::int
        OR coalesce(w.doubts, 0) > 1
        OR coalesce(w.refunds, 0) <> coalesce(r.refunds, 0))
