-- Matters 办件: warnings, events, promises, point notices, tasks of self-governance, measures, list entries. One shape for all kinds.
CREATE TABLE matters (
    id               TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind             BIGINT           NOT NULL,
    agency_id        TEXT COLLATE "C" NOT NULL, -- whose turn it is
    origin_agency_id TEXT COLLATE "C" NOT NULL,
    parties          TEXT COLLATE "C" NOT NULL, -- |a|b|: who may see it
    subject_id       TEXT COLLATE "C",
    category         TEXT COLLATE "C" NOT NULL,
    title            TEXT COLLATE "C" NOT NULL,
    cause            TEXT COLLATE "C" NOT NULL,
    parent_id        TEXT COLLATE "C",
    opened_at        BIGINT           NOT NULL,
    state            BIGINT           NOT NULL,
    clock_key        TEXT COLLATE "C",
    clock_start      BIGINT,
    due_at           BIGINT, -- null with a clock: its calendar was not published
    extensions       BIGINT           NOT NULL,
    rung             BIGINT           NOT NULL, -- how many were told that it is overdue
    facts            TEXT COLLATE "C" NOT NULL, -- JSON
    steps            TEXT COLLATE "C" NOT NULL, -- JSON
    version          BIGINT           NOT NULL -- one more than steps
);
CREATE INDEX ix_matters_kind ON matters (kind, state);
CREATE INDEX ix_matters_subject ON matters (subject_id);
CREATE INDEX ix_matters_parent ON matters (parent_id);
CREATE INDEX ix_matters_cause ON matters (cause);
CREATE INDEX ix_matters_due ON matters (due_at);

-- Signals of monitoring 监测信号; only added.
CREATE TABLE risk_signals (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    model      TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    at         BIGINT           NOT NULL,
    content    TEXT COLLATE "C" NOT NULL, -- JSON
    source     TEXT COLLATE "C" NOT NULL,
    is_good    BIGINT           NOT NULL,
    sequence   BIGINT           NOT NULL -- of the subject and model, from 1
);
CREATE INDEX ix_risk_signals_subject ON risk_signals (subject_id, model);
