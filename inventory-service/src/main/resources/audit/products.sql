-- the last change of each product was announced
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT min(updated_at) FROM product) > created_at - interval '1 minute' THEN '-infinity'
                ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest)
SELECT p.sku AS subject, 'version ' || p.version || ', announced ' || coalesce(w.version::text, 'never') AS detail
  FROM product p
  LEFT JOIN (SELECT aggregate_id AS sku, max(aggregate_version) AS version
               FROM outbox
              WHERE topic = 'product-events' AND created_at >= uuid_extract_timestamp(:from) - interval '10 minutes'
              GROUP BY 1) w USING (sku)
 WHERE p.updated_at >= uuid_extract_timestamp(:from) AND p.updated_at >= (SELECT since FROM kept) AND p.version IS DISTINCT FROM w.version
