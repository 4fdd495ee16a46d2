-- Every decision about a standing with its whole explanation, as it was on its day. Only ever added to.

CREATE TABLE standing_decisions (
    number     INTEGER NOT NULL PRIMARY KEY,
    subject_id TEXT    NOT NULL,
    as_of      TEXT    NOT NULL,
    decided_at INTEGER NOT NULL,
    content    TEXT    NOT NULL
) STRICT;
CREATE INDEX ix_standing_decisions_subject ON standing_decisions (subject_id, number);
