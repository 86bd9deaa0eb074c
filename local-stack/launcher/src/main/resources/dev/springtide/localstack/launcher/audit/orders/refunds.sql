-- each refund was asked for once, and each request has its refund
SELECT coalesce(r.order_id::text, w.aggregate_id) AS subject,
       'refunds ' || coalesce(r.times, 0) || ', requests in the outbox ' || coalesce(w.times, 0) AS detail
  FROM (SELECT order_id, count(*) AS times FROM refund
         WHERE created_at >= (SELECT min(created_at) FROM outbox) - interval '1 minute' GROUP BY 1) r
  FULL JOIN (SELECT aggregate_id, count(*) AS times FROM outbox
              WHERE type = 'dev.springtide.order.refund-requested.v1' GROUP BY 1) w
    ON w.aggregate_id = r.order_id::text
 WHERE r.times IS DISTINCT FROM w.times
