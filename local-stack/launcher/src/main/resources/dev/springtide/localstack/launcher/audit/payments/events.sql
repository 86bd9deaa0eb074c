-- each payment's outcome, refunds and close were announced, once and for each repeat
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
           count(*) FILTER (WHERE type LIKE '%.payment.refund-succeeded.%') AS refunds,
           count(*) FILTER (WHERE type LIKE '%.payment.refund-failed.%') AS refusals
      FROM outbox WHERE topic = 'payment-events' GROUP BY 1),
refunded AS (
    SELECT order_id, count(*) FILTER (WHERE status = 'DONE') AS refunds, count(refusal) AS refusals
      FROM payment_operation WHERE kind = 'REFUND' AND refund_id IS NOT NULL GROUP BY 1),
told AS (
    -- What is to be told of each payment, and what was.
    SELECT p.order_id, p.status, p.closed_as, p.repeats, p.created_at,
           (p.captured_minor > 0)::int AS captures, (p.status = 'DECLINED')::int AS declines,
           (p.closed_as IS NOT NULL)::int AS closes, coalesce(r.refunds, 0) AS refunds, coalesce(r.refusals, 0) AS refusals,
           coalesce(w.captured, 0) AS captured, coalesce(w.declined, 0) AS declined, coalesce(w.closed, 0) AS closed,
           coalesce(w.doubts, 0) AS doubts, coalesce(w.refunds, 0) AS refunded, coalesce(w.refusals, 0) AS refused
      FROM payment p LEFT JOIN written w USING (order_id) LEFT JOIN refunded r USING (order_id))
SELECT order_id::text AS subject,
       format('%s, closed %s, %s repeats; events: %s captured, %s declined, %s closed, %s in doubt, %s of %s refunds, %s of %s refusals',
              status, coalesce(closed_as, 'not'), repeats, captured, declined, closed, doubts, refunded, refunds, refused,
              refusals) AS detail
  FROM told
 WHERE created_at >= (SELECT since FROM kept)
   AND (captured < captures OR captured > 0 AND captures = 0
        OR declined < declines OR declined > 0 AND declines = 0
        OR closed < closes OR closed > 0 AND closes = 0
        OR refunded < refunds OR refunded > 0 AND refunds = 0
        OR refused < refusals OR refused > 0 AND refusals = 0
        OR doubts > 1
        OR captured + declined + closed + refunded + refused <> captures + declines + closes + refunds + refusals + repeats)
