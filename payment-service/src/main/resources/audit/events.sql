-- each payment's outcome, refunds and close were announced, once and for each repeat, and its versions have no gap
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT created_at FROM payment ORDER BY order_id LIMIT 1) > created_at - interval '1 minute'
                THEN '-infinity' ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
written AS (
    SELECT aggregate_id::uuid AS order_id,
           count(*) FILTER (WHERE type LIKE '%.payment.captured.%') AS captured,
           count(*) FILTER (WHERE type LIKE '%.payment.declined.%') AS declined,
           count(*) FILTER (WHERE type LIKE '%.payment.closed.%') AS closed,
           count(*) FILTER (WHERE type LIKE '%.payment.in-doubt.%') AS doubts,
           count(*) FILTER (WHERE type LIKE '%.payment.refund-succeeded.%') AS refunds,
           count(*) FILTER (WHERE type LIKE '%.payment.refund-failed.%') AS refusals,
           count(DISTINCT aggregate_version) AS versions, max(aggregate_version) AS latest
      FROM outbox
     WHERE topic = 'payment-events' AND aggregate_id COLLATE "C" >= :from::text
       AND created_at >= uuid_extract_timestamp(:from) - interval '10 minutes'
     GROUP BY 1),
refunded AS (
    SELECT order_id, count(*) FILTER (WHERE status = 'DONE') AS refunds, count(refusal) AS refusals
      FROM payment_operation WHERE order_id >= :from AND kind = 'REFUND' AND refund_id IS NOT NULL GROUP BY 1),
told AS (
    -- What is to be told of each payment, and what was.
    SELECT coalesce(p.order_id, w.order_id) AS order_id, p.status, p.closed_as, p.repeats, p.created_at, p.version,
           w.versions, w.latest,
           (p.captured_minor > 0)::int AS captures, (p.status = 'DECLINED')::int AS declines,
           (p.closed_as IS NOT NULL)::int AS closes, coalesce(r.refunds, 0) AS refunds, coalesce(r.refusals, 0) AS refusals,
           coalesce(w.captured, 0) AS captured, coalesce(w.declined, 0) AS declined, coalesce(w.closed, 0) AS closed,
           coalesce(w.doubts, 0) AS doubts, coalesce(w.refunds, 0) AS refunded, coalesce(w.refusals, 0) AS refused
      FROM (SELECT order_id, status, closed_as, repeats, created_at, version, captured_minor FROM payment WHERE order_id >= :from) p
      FULL JOIN written w USING (order_id) LEFT JOIN refunded r USING (order_id))
SELECT order_id::text AS subject,
       format('%s, closed %s, version %s, %s repeats; events: %s captured, %s declined, %s closed, %s in doubt, %s of %s refunds, %s of %s refusals',
              coalesce(status, 'no payment'), coalesce(closed_as, 'not'), version, repeats, captured, declined, closed, doubts, refunded, refunds, refused,
              refusals) AS detail
  FROM told
 WHERE status IS NULL AND NOT EXISTS (SELECT FROM payment p WHERE p.order_id = told.order_id)
    OR created_at >= (SELECT since FROM kept)
   AND (coalesce(versions, 0) <> version OR coalesce(latest, 0) <> version
        OR captured < captures OR captured > 0 AND captures = 0
        OR declined < declines OR declined > 0 AND declines = 0
        OR closed < closes OR closed > 0 AND closes = 0
        OR refunded < refunds OR refunded > 0 AND refunds = 0
        OR refused < refusals OR refused > 0 AND refusals = 0
        OR doubts > 1
        OR captured + declined + closed + refunded + refused <> captures + declines + closes + refunds + refusals + repeats)
