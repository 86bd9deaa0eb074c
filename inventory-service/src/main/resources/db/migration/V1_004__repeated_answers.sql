-- An order that has waited too long asks again, and is answered again with what was decided.
ALTER TABLE reservation
    -- The SKUs for want of which the order was rejected: part of the answer.
    ADD COLUMN missing       text[]  NOT NULL DEFAULT '{}',
    -- The order's version of the latest request that was answered. What asks with none above it was only delivered twice.
    ADD COLUMN asked_version bigint  NOT NULL DEFAULT 0,
    -- How many answers were given again.
    ADD COLUMN repeats       integer NOT NULL DEFAULT 0;
