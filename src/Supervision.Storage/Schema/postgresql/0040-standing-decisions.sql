-- Every decision about a standing with its whole explanation, as it was on its day. Only ever added to.

CREATE TABLE standing_decisions (
    number     BIGINT NOT NULL PRIMARY KEY,
    subject_id TEXT COLLATE "C" NOT NULL,
    as_of      TEXT COLLATE "C" NOT NULL,
    decided_at BIGINT NOT NULL,
    content    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX ix_standing_decisions_subject ON standing_decisions (subject_id, number);
