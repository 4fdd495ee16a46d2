-- Who may do what, which commands took effect under which key, and the journal by what happened to what.
CREATE TABLE role_grants (
    actor_id      TEXT    NOT NULL,
    agency_id     TEXT    NOT NULL,
    roles         INTEGER NOT NULL, -- a bit for each role
    division_code TEXT    NOT NULL,
    PRIMARY KEY (actor_id, agency_id)
) STRICT;

CREATE TABLE commands (
    actor_id  TEXT    NOT NULL,
    agency_id TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    content   TEXT    NOT NULL, -- SHA-256 over name and content
    answer    TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (actor_id, agency_id, key)
) STRICT;
CREATE INDEX ix_commands_at ON commands (at);

CREATE INDEX ix_journal_type ON journal (type, key);
