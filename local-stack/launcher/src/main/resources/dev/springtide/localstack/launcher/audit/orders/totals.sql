-- each order costs what its lines cost, and gives back no more than it took
SELECT o.id::text AS subject,
       'total ' || total_minor || ', lines ' || coalesce(lines::text, 'none') || ', captured ' || captured_minor
           || ', refunded ' || refunded_minor AS detail
  FROM orders o
  LEFT JOIN LATERAL (SELECT sum(line_total_minor) AS lines FROM order_line WHERE order_id = o.id) l ON true
 WHERE total_minor IS DISTINCT FROM lines OR refunded_minor > captured_minor
    OR captured_minor NOT IN (0, total_minor)
