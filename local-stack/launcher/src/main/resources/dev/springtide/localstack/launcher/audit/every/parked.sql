-- no record is parked
SELECT topic || ' ' || aggregate_id AS subject, coalesce(type, 'unknown type') || ': ' || coalesce(error, 'behind another') AS detail
  FROM parked_record WHERE status = 'PARKED'
