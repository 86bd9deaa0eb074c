-- each payment took its amount once or nothing, gave back what its refunds and void say, and keeps nothing once it is closed
SELECT p.order_id::text AS subject,
       format('%s, closed %s: amount %s, captured %s by %s charges, refunded %s, by refunds %s', p.status,
              coalesce(p.closed_as, 'not'), p.amount_minor, p.captured_minor, o.charges, p.refunded_minor, o.refunds) AS detail
  FROM payment p
  LEFT JOIN LATERAL (
       SELECT count(*) FILTER (WHERE kind = 'CHARGE') AS charges,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'REFUND' AND status = 'DONE'), 0) AS refunds
         FROM payment_operation o WHERE o.order_id = p.order_id) o ON true
 WHERE p.order_id >= :from
   AND (o.charges > 1
        OR p.captured_minor NOT IN (0, p.amount_minor)
        OR p.captured_minor > 0 AND o.charges = 0
        OR p.refunded_minor <> CASE p.status WHEN 'VOIDED' THEN p.captured_minor ELSE o.refunds END
        OR (p.status IN ('CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED')) AND p.captured_minor = 0
        OR (p.status IN ('PENDING', 'UNKNOWN', 'DECLINED')) AND p.captured_minor > 0
        OR p.closed_as IS NOT NULL AND p.captured_minor <> p.refunded_minor)
