-- Personal data of natural persons, encrypted. The salt is that of the hash in the journal and goes with the row.

CREATE TABLE persons (
    id           TEXT NOT NULL PRIMARY KEY,
    subject_id   TEXT NOT NULL,
    agency_id    TEXT NOT NULL,
    id_hash      BLOB NOT NULL,
    salt         BLOB NOT NULL,
    sealed       BLOB NOT NULL,
    retain_until TEXT NOT NULL
) STRICT;
CREATE INDEX ix_persons_hash ON persons (id_hash);
CREATE INDEX ix_persons_retain ON persons (retain_until);
