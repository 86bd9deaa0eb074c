-- What the last audit found, one row for each invariant of this database.
CREATE TABLE audit_result (
    invariant  text        PRIMARY KEY,
    breaches   bigint      NOT NULL CHECK (breaches >= 0),
    audited_at timestamptz NOT NULL
);
