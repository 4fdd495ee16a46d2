-- Personal data of natural persons, encrypted. The salt is that of the hash in the journal and goes with the row.

CREATE TABLE persons (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    subject_id   TEXT COLLATE "C" NOT NULL,
    agency_id    TEXT COLLATE "C" NOT NULL,
    id_hash      BYTEA            NOT NULL,
    salt         BYTEA            NOT NULL,
    sealed       BYTEA            NOT NULL,
    retain_until TEXT COLLATE "C" NOT NULL
);
CREATE INDEX ix_persons_hash ON persons (id_hash);
CREATE INDEX ix_persons_retain ON persons (retain_until);
