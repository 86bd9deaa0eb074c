-- the last change of each product was announced
WITH kept AS (
    -- From when on the outbox is whole: its oldest partitions are dropped one day.
    SELECT CASE WHEN (SELECT min(updated_at) FROM product) > created_at - interval '1 minute' THEN '-infinity'
                ELSE created_at END AS since
      FROM (SELECT created_at FROM outbox ORDER BY seq LIMIT 1) AS oldest),
changed AS (SELECT sku, version FROM product, kept WHERE updated_at >= uuid_extract_timestamp(:from) AND updated_at >= since),
written AS (
    SELECT aggregate_id AS sku, max(aggregate_version) AS version
      FROM outbox
     WHERE topic = 'product-events' AND aggregate_id COLLATE "C" >= (SELECT min(sku COLLATE "C") FROM changed)
       AND created_at >= uuid_extract_timestamp(:from) - interval '10 minutes'
     GROUP BY 1)
SELECT sku AS subject, 'version ' || c.version || ', announced ' || coalesce(w.version::text, 'never') AS detail
  FROM changed c LEFT JOIN written w USING (sku)
 WHERE c.version IS DISTINCT FROM w.version
