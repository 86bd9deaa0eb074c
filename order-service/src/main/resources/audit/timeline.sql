-- the timeline of each order has every version once and leads from status to status to the present one
SELECT o.id::text AS subject, 'version ' || o.version || ', timeline ' || coalesce(t.steps, 'empty') AS detail
  FROM orders o
  LEFT JOIN LATERAL (
       SELECT count(*) AS versions, min(version) AS first, max(version) AS last,
              (array_agg(to_status ORDER BY version DESC))[1] AS final,
              bool_or(from_status IS DISTINCT FROM previous) AS broken,
              string_agg(version || ':' || to_status, ' ' ORDER BY version) AS steps
         FROM (SELECT version, from_status, to_status, lag(to_status) OVER (ORDER BY version) AS previous
                 FROM order_timeline WHERE order_id = o.id) step) t ON true
 WHERE o.id >= :from
   AND (t.versions IS DISTINCT FROM o.version OR t.first IS DISTINCT FROM 1 OR t.last IS DISTINCT FROM o.version
        OR t.final IS DISTINCT FROM o.status OR t.broken)
