-- Numbers of documents 文书号. A serial is taken in the transaction of its document: no gap, whatever is rolled back.
CREATE TABLE document_numbers (
    agency   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    year     INTEGER NOT NULL,
    serial   INTEGER NOT NULL,
    key      TEXT    NOT NULL, -- what the document is about
    taken_on TEXT    NOT NULL,
    PRIMARY KEY (agency, kind, year, serial)
) STRICT;
CREATE UNIQUE INDEX ix_document_numbers_key ON document_numbers (kind, key);
