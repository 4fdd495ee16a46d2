-- Who is signed in, so that a session goes on at another host and after a restart, and ends everywhere at once.

CREATE TABLE sessions (
    key_hash   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person_id  TEXT COLLATE "C" NOT NULL,
    party_id   TEXT COLLATE "C" NOT NULL, -- agency or subject
    since      BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ticket     BYTEA NOT NULL -- encrypted by the host
);
CREATE INDEX ix_sessions_person ON sessions (person_id, party_id);
