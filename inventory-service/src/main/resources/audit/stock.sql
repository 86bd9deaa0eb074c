-- the stock of each SKU adds up: adjustments = available + reserved + sold, and both follow the reservations
WITH held AS (
    SELECT l.sku,
           coalesce(sum(l.quantity) FILTER (WHERE r.status = 'RESERVED'), 0) AS reserved,
           coalesce(sum(l.quantity) FILTER (WHERE r.status = 'SOLD'), 0) AS sold
      FROM reservation r, unnest(r.skus, r.quantities) AS l(sku, quantity)
     WHERE r.order_id >= :from
     GROUP BY 1),
given AS (SELECT sku, sum(delta) AS total FROM stock_adjustment GROUP BY 1),
-- Of a part of the reservations is only known that they hold no more than all.
view AS (SELECT NOT EXISTS (SELECT FROM reservation WHERE order_id < :from) AS whole)
SELECT s.sku AS subject,
       format('available %s, reserved %s (orders %s), sold %s (orders %s), adjustments %s', s.available, s.reserved,
              coalesce(h.reserved, 0), s.sold, coalesce(h.sold, 0), coalesce(g.total, 0)) AS detail
  FROM stock s LEFT JOIN held h USING (sku) LEFT JOIN given g USING (sku), view
 WHERE s.available + s.reserved + s.sold <> coalesce(g.total, 0)
    OR s.reserved < coalesce(h.reserved, 0) OR s.sold < coalesce(h.sold, 0)
    OR view.whole AND (s.reserved <> coalesce(h.reserved, 0) OR s.sold <> coalesce(h.sold, 0))
