-- Issued documents with their facts and the template of that day: printed again, they are what they were.

CREATE TABLE documents (
    kind              BIGINT           NOT NULL,
    key               TEXT COLLATE "C" NOT NULL,
    agency_id         TEXT COLLATE "C" NOT NULL,
    number            TEXT COLLATE "C" NOT NULL,
    template          TEXT COLLATE "C" NOT NULL,
    facts             TEXT COLLATE "C" NOT NULL,
    issued_on         TEXT COLLATE "C" NOT NULL,
    verification_base TEXT COLLATE "C",
    content_hash      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE UNIQUE INDEX ix_documents_hash ON documents (content_hash);
