-- Numbers of documents 文书号. A serial is taken in the transaction of its document: no gap, whatever is rolled back.
CREATE TABLE document_numbers (
    agency   TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    year     BIGINT           NOT NULL,
    serial   BIGINT           NOT NULL,
    key      TEXT COLLATE "C" NOT NULL, -- what the document is about
    taken_on TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (agency, kind, year, serial)
);
CREATE UNIQUE INDEX ix_document_numbers_key ON document_numbers (kind, key);
