-- nothing is left to be done at the provider, and every doubt is resolved
SELECT provider_key AS subject, kind || ' is due after ' || attempts || ' attempts' AS detail
  FROM payment_operation
 WHERE status = 'DUE'
   AND (current_setting('audit.settled')::boolean OR in_doubt AND created_at < clock_timestamp() - interval '5 minutes')
