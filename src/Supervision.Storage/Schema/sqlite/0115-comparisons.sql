-- Comparisons 三方比对 that were kept, and what a person made of each finding.

CREATE TABLE comparison_runs (
    id         TEXT    NOT NULL PRIMARY KEY,
    agency_id  TEXT    NOT NULL,
    as_of      TEXT    NOT NULL,
    policy     TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    supervised INTEGER NOT NULL,
    compared   INTEGER NOT NULL,
    matched    INTEGER NOT NULL
) STRICT;

CREATE TABLE comparison_findings (
    id         TEXT    NOT NULL PRIMARY KEY,
    run_id     TEXT    NOT NULL,
    agency_id  TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    listings   TEXT    NOT NULL, -- JSON
    matched_with TEXT,           -- JSON
    confidence INTEGER NOT NULL, -- thousandths
    judgement  INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    judged_by  TEXT,
    judged_at  INTEGER
) STRICT;
CREATE INDEX ix_comparison_findings_run ON comparison_findings (run_id, judgement, id);
