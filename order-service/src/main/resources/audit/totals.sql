-- each order costs what its lines cost, took that or nothing, gives back no more, and keeps nothing once it is undone
SELECT o.id::text AS subject,
       format('%s, total %s, lines %s, captured %s, refunded %s, by refunds %s', status, total_minor, coalesce(lines::text, 'none'),
              captured_minor, refunded_minor, refunds) AS detail
  FROM orders o
  LEFT JOIN LATERAL (SELECT sum(line_total_minor) AS lines FROM order_line WHERE order_id = o.id) l ON true
  LEFT JOIN LATERAL (SELECT coalesce(sum(amount_minor) FILTER (WHERE r.status = 'SUCCEEDED'), 0) AS refunds
                       FROM refund r WHERE r.order_id = o.id) r ON true
 WHERE o.id >= :from
   AND (total_minor IS DISTINCT FROM lines OR refunded_minor > captured_minor
        OR captured_minor NOT IN (0, total_minor)
        OR refunds > refunded_minor
        OR status IN ('CONFIRMED', 'COMPLETED') AND (captured_minor <> total_minor OR refunded_minor <> refunds)
        OR (status = 'CANCELLED' OR status = 'REJECTED' AND payment_settled) AND captured_minor <> refunded_minor)
