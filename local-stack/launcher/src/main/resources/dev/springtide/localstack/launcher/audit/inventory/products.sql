-- the last change of each product was announced
SELECT p.sku AS subject, 'version ' || p.version || ', announced ' || coalesce(w.version::text, 'never') AS detail
  FROM product p
  LEFT JOIN (SELECT aggregate_id AS sku, max(aggregate_version) AS version
               FROM outbox WHERE topic = 'product-events' GROUP BY 1) w USING (sku)
 WHERE p.updated_at >= (SELECT min(created_at) FROM outbox) AND p.version IS DISTINCT FROM w.version
