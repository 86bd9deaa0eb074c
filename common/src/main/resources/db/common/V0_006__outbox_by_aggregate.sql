-- Audits look at the events of the newest orders. Ids rise with time, whatever a clock says, so that
-- a few bytes for each 128 pages are enough to find them.
CREATE INDEX outbox_aggregate ON outbox USING brin (aggregate_id COLLATE "C") WITH (autosummarize = on);
