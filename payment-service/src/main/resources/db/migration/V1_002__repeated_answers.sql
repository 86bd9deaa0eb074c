-- An order that has waited too long asks again, and is answered again with what was decided.
ALTER TABLE payment
    -- The order's version of the latest request that was taken in. What asks with none above it was only delivered twice.
    ADD COLUMN asked_version bigint  NOT NULL DEFAULT 0,
    -- How many answers were given again.
    ADD COLUMN repeats       integer NOT NULL DEFAULT 0;

-- Why a refund was refused, as the order was told; null for what was given up without a word.
ALTER TABLE payment_operation ADD COLUMN refusal text;

UPDATE payment_operation SET refusal = 'refused' WHERE kind = 'REFUND' AND refund_id IS NOT NULL AND status = 'FAILED';
