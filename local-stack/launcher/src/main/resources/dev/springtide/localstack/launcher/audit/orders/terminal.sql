-- every order is terminal or within its deadline
SELECT id::text AS subject, status || ', deadline ' || coalesce(deadline::text, 'none') AS detail
  FROM orders
 WHERE status NOT IN ('CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')
   AND (current_setting('audit.settled')::boolean
        OR deadline < clock_timestamp() - interval '1 minute'
        OR (status = 'CANCELLING' AND updated_at < clock_timestamp() - interval '10 minutes'))
