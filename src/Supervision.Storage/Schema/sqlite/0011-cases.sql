-- Penalty cases 行政处罚案件: the clue, and the steps recorded since. Steps are only added; a case is computed from them.
CREATE TABLE cases (
    id         TEXT    NOT NULL PRIMARY KEY,
    agency_id  TEXT    NOT NULL,
    subject_id TEXT    NOT NULL,
    act_id     TEXT    NOT NULL, -- cases of several agencies about one act share it
    clue       TEXT    NOT NULL, -- JSON
    state      INTEGER NOT NULL, -- of the last step, for lists
    version    INTEGER NOT NULL  -- one more than steps
) STRICT;
CREATE INDEX ix_cases_act ON cases (act_id);
CREATE INDEX ix_cases_subject ON cases (subject_id);
CREATE INDEX ix_cases_agency ON cases (agency_id, state);

CREATE TABLE case_steps (
    case_id      TEXT    NOT NULL,
    number       INTEGER NOT NULL, -- from 1 without gaps
    agency_id    TEXT    NOT NULL,
    from_state   INTEGER NOT NULL,
    to_state     INTEGER NOT NULL,
    entry        TEXT    NOT NULL, -- JSON
    actor_id     TEXT    NOT NULL,
    actor_agency TEXT    NOT NULL,
    recorded_at  INTEGER NOT NULL,
    PRIMARY KEY (case_id, number)
) STRICT;
