-- What the indicators of accounts and publications count: until when a decision is to be published on each way 公示, and who acted when.
-- Decisions of before are counted from their next step on.

CREATE TABLE case_publicities (
    case_id    TEXT    NOT NULL,
    kind       INTEGER NOT NULL, -- which clock of the case
    agency_id  TEXT    NOT NULL,
    subject_id TEXT    NOT NULL,
    due_on     TEXT    NOT NULL,
    met_on     TEXT   ,
    PRIMARY KEY (case_id, kind)
) STRICT;
CREATE INDEX ix_case_publicities_due ON case_publicities (due_on);
CREATE INDEX ix_journal_actor ON journal (actor_id, agency_id, at);
