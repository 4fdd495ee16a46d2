-- Comparisons 三方比对 that were kept, and what a person made of each finding.

CREATE TABLE comparison_runs (
    id         TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    agency_id  TEXT COLLATE "C"    NOT NULL,
    as_of      TEXT COLLATE "C"    NOT NULL,
    policy     TEXT COLLATE "C"    NOT NULL,
    made_at    BIGINT NOT NULL,
    supervised BIGINT NOT NULL,
    compared   BIGINT NOT NULL,
    matched    BIGINT NOT NULL
);

CREATE TABLE comparison_findings (
    id         TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    run_id     TEXT COLLATE "C"    NOT NULL,
    agency_id  TEXT COLLATE "C"    NOT NULL,
    kind       BIGINT NOT NULL,
    listings   TEXT COLLATE "C"    NOT NULL, -- JSON
    matched_with TEXT COLLATE "C",             -- JSON
    confidence BIGINT NOT NULL, -- thousandths
    judgement  BIGINT NOT NULL,
    reason     TEXT COLLATE "C"    NOT NULL,
    judged_by  TEXT COLLATE "C",
    judged_at  BIGINT
);
CREATE INDEX ix_comparison_findings_run ON comparison_findings (run_id, judgement, id);
