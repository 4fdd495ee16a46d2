-- Batches of deliveries, taken in or handed out, and their rows. Rows are only added: the last batch of a key says how it stands, and
-- what was known on a day can be read back.

CREATE TABLE data_batches (
    agency_id TEXT NOT NULL,
    channel   TEXT NOT NULL,
    batch     TEXT NOT NULL, -- yyyyMMdd and five digits
    standard  TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    PRIMARY KEY (agency_id, channel, batch)
) STRICT;

CREATE TABLE data_rows (
    agency_id  TEXT NOT NULL,
    channel    TEXT NOT NULL,
    table_name TEXT NOT NULL,
    key        TEXT NOT NULL,
    batch      TEXT NOT NULL,
    operation  INTEGER NOT NULL, -- 1 inserted, 2 updated, 3 deleted
    row_values TEXT NOT NULL,
    subject_id TEXT,
    PRIMARY KEY (agency_id, channel, table_name, key, batch)
) STRICT;
CREATE INDEX ix_data_rows_batch ON data_rows (agency_id, channel, batch);
CREATE INDEX ix_data_rows_subject ON data_rows (subject_id) WHERE subject_id IS NOT NULL;
