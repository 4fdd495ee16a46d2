-- Who is signed in, so that a session goes on at another host and after a restart, and ends everywhere at once.

CREATE TABLE sessions (
    key_hash   TEXT NOT NULL PRIMARY KEY,
    person_id  TEXT NOT NULL,
    party_id   TEXT NOT NULL, -- agency or subject
    since      INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ticket     BLOB NOT NULL -- encrypted by the host
) STRICT;
CREATE INDEX ix_sessions_person ON sessions (person_id, party_id);
