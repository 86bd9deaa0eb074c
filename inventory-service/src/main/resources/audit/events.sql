-- each decision about stock was announced, once and for each repeat, and nothing was announced that was not decided
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT decided_at FROM reservation ORDER BY order_id LIMIT 1) > created_at - interval '1 minute'
                THEN '-infinity' ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
written AS (
    SELECT aggregate_id::uuid AS order_id,
           count(*) FILTER (WHERE type LIKE '%.stock-reserved.%') AS reserved,
           count(*) FILTER (WHERE type LIKE '%.stock-rejected.%') AS rejected,
           count(*) FILTER (WHERE type LIKE '%.stock-released.%') AS released,
           max(aggregate_version) AS version
      FROM outbox
     WHERE topic = 'inventory-events' AND aggregate_id COLLATE "C" >= :from::text
       AND created_at >= uuid_extract_timestamp(:from) - interval '10 minutes'
     GROUP BY 1)
SELECT coalesce(r.order_id, w.order_id)::text AS subject,
       format('%s, %s repeats; events: %s reserved, %s rejected, %s released', coalesce(r.status, 'no reservation'),
              coalesce(r.repeats, 0), coalesce(w.reserved, 0), coalesce(w.rejected, 0), coalesce(w.released, 0)) AS detail
  FROM (SELECT order_id, status, repeats, version FROM reservation, kept WHERE order_id >= :from AND decided_at >= since) r
  FULL JOIN written w USING (order_id)
 WHERE r.order_id IS NULL AND NOT EXISTS (SELECT FROM reservation x WHERE x.order_id = w.order_id)
    OR w.version > r.version
    OR r.order_id IS NOT NULL AND NOT EXISTS (
           SELECT FROM (VALUES ('RESERVED', 1, 0, 0), ('SOLD', 1, 0, 0), ('REJECTED', 0, 1, 0), ('REJECTED', 0, 1, 1),
                          ('RELEASED', 1, 0, 1), ('RELEASED', 0, 1, 1), ('RELEASED', 0, 0, 1))
                  AS p(status, reserved, rejected, released)
            WHERE p.status = r.status
              AND (p.reserved, p.rejected, p.released) =
                  (least(coalesce(w.reserved, 0), 1), least(coalesce(w.rejected, 0), 1), least(coalesce(w.released, 0), 1))
              AND p.reserved + p.rejected + p.released + r.repeats = w.reserved + w.rejected + w.released)
