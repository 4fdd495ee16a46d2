-- Matters 办件: warnings, events, promises, point notices, tasks of self-governance, measures, list entries. One shape for all kinds.
CREATE TABLE matters (
    id               TEXT    NOT NULL PRIMARY KEY,
    kind             INTEGER NOT NULL,
    agency_id        TEXT    NOT NULL, -- whose turn it is
    origin_agency_id TEXT    NOT NULL,
    parties          TEXT    NOT NULL, -- |a|b|: who may see it
    subject_id       TEXT,
    category         TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    cause            TEXT    NOT NULL,
    parent_id        TEXT,
    opened_at        INTEGER NOT NULL,
    state            INTEGER NOT NULL,
    clock_key        TEXT,
    clock_start      INTEGER,
    due_at           INTEGER, -- null with a clock: its calendar was not published
    extensions       INTEGER NOT NULL,
    rung             INTEGER NOT NULL, -- how many were told that it is overdue
    facts            TEXT    NOT NULL, -- JSON
    steps            TEXT    NOT NULL, -- JSON
    version          INTEGER NOT NULL -- one more than steps
) STRICT;
CREATE INDEX ix_matters_kind ON matters (kind, state);
CREATE INDEX ix_matters_subject ON matters (subject_id);
CREATE INDEX ix_matters_parent ON matters (parent_id);
CREATE INDEX ix_matters_cause ON matters (cause);
CREATE INDEX ix_matters_due ON matters (due_at);

-- Signals of monitoring 监测信号; only added.
CREATE TABLE risk_signals (
    id         TEXT    NOT NULL PRIMARY KEY,
    model      TEXT    NOT NULL,
    subject_id TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    content    TEXT    NOT NULL, -- JSON
    source     TEXT    NOT NULL,
    is_good    INTEGER NOT NULL,
    sequence   INTEGER NOT NULL -- of the subject and model, from 1
) STRICT;
CREATE INDEX ix_risk_signals_subject ON risk_signals (subject_id, model);
