-- Penalty cases 行政处罚案件: the clue, and the steps recorded since. Steps are only added; a case is computed from them.
CREATE TABLE cases (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    agency_id  TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    act_id     TEXT COLLATE "C" NOT NULL, -- cases of several agencies about one act share it
    clue       TEXT COLLATE "C" NOT NULL, -- JSON
    state      BIGINT           NOT NULL, -- of the last step, for lists
    version    BIGINT           NOT NULL  -- one more than steps
);
CREATE INDEX ix_cases_act ON cases (act_id);
CREATE INDEX ix_cases_subject ON cases (subject_id);
CREATE INDEX ix_cases_agency ON cases (agency_id, state);

CREATE TABLE case_steps (
    case_id      TEXT COLLATE "C" NOT NULL,
    number       BIGINT           NOT NULL, -- from 1 without gaps
    agency_id    TEXT COLLATE "C" NOT NULL,
    from_state   BIGINT           NOT NULL,
    to_state     BIGINT           NOT NULL,
    entry        TEXT COLLATE "C" NOT NULL, -- JSON
    actor_id     TEXT COLLATE "C" NOT NULL,
    actor_agency TEXT COLLATE "C" NOT NULL,
    recorded_at  BIGINT           NOT NULL,
    PRIMARY KEY (case_id, number)
);
