-- An order that waits for an answer asks again after a while, because the answer may have been lost.
ALTER TABLE orders
    -- By the database clock; null when no answer is awaited, or when it was asked for often enough.
    ADD COLUMN repeat_at timestamptz,
    -- How often it has asked again in its present status.
    ADD COLUMN repeats   integer NOT NULL DEFAULT 0;

-- Only orders in motion, and rejected ones that are not undone yet.
CREATE INDEX orders_repeat_idx ON orders (repeat_at) WHERE repeat_at IS NOT NULL;

UPDATE orders SET repeat_at = now()
 WHERE status IN ('PENDING', 'RESERVED', 'CANCELLING')
    OR status = 'REJECTED' AND reason <> 'OUT_OF_STOCK' AND NOT (stock_settled AND payment_settled);

ALTER TABLE refund
    ADD COLUMN repeat_at timestamptz,
    -- How often it was asked for again, in all.
    ADD COLUMN repeats   integer NOT NULL DEFAULT 0;

CREATE INDEX refund_repeat_idx ON refund (repeat_at) WHERE repeat_at IS NOT NULL;

UPDATE refund SET repeat_at = now() WHERE status = 'PENDING';
