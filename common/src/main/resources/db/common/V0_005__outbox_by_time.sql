-- Audits look at the last minutes of a partition that holds a day. Rows come in the order of their
-- time, so that a few bytes for each 128 pages are enough to find them, and cost an insert nothing.
CREATE INDEX outbox_created_at ON outbox USING brin (created_at) WITH (autosummarize = on);
