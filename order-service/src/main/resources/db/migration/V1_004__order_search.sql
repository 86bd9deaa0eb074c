-- Orders of one status, newest first, however rare it is among all of them. Those in motion are few and found by
-- orders_deadline_idx, so the two busiest moves of an order add nothing here.
CREATE INDEX orders_settled_idx ON orders (status, id DESC)
 WHERE status IN ('CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED');

-- Rejected orders whose effects have not all been undone yet; an order leaves it within seconds as a rule.
CREATE INDEX orders_undoing_idx ON orders (id)
 WHERE status = 'REJECTED' AND reason <> 'OUT_OF_STOCK' AND NOT (stock_settled AND payment_settled);
