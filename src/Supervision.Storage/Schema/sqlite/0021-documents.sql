-- Issued documents with their facts and the template of that day: printed again, they are what they were.

CREATE TABLE documents (
    kind              INTEGER NOT NULL,
    key               TEXT    NOT NULL,
    agency_id         TEXT    NOT NULL,
    number            TEXT    NOT NULL,
    template          TEXT    NOT NULL,
    facts             TEXT    NOT NULL,
    issued_on         TEXT    NOT NULL,
    verification_base TEXT,
    content_hash      TEXT    NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
CREATE UNIQUE INDEX ix_documents_hash ON documents (content_hash);
