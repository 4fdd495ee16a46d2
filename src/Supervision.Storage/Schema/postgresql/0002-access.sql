-- Who may do what, which commands took effect under which key, and the journal by what happened to what.
CREATE TABLE role_grants (
    actor_id      TEXT COLLATE "C" NOT NULL,
    agency_id     TEXT COLLATE "C" NOT NULL,
    roles         BIGINT           NOT NULL, -- a bit for each role
    division_code TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (actor_id, agency_id)
);

CREATE TABLE commands (
    actor_id  TEXT COLLATE "C" NOT NULL,
    agency_id TEXT COLLATE "C" NOT NULL,
    key       TEXT COLLATE "C" NOT NULL,
    content   TEXT COLLATE "C" NOT NULL, -- SHA-256 over name and content
    answer    TEXT COLLATE "C" NOT NULL,
    at        BIGINT           NOT NULL,
    PRIMARY KEY (actor_id, agency_id, key)
);
CREATE INDEX ix_commands_at ON commands (at);

CREATE INDEX ix_journal_type ON journal (type, key);
