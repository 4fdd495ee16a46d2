-- Batches of deliveries, taken in or handed out, and their rows. Rows are only added: the last batch of a key says how it stands, and
-- what was known on a day can be read back.

CREATE TABLE data_batches (
    agency_id TEXT COLLATE "C" NOT NULL,
    channel   TEXT COLLATE "C" NOT NULL,
    batch     TEXT COLLATE "C" NOT NULL, -- yyyyMMdd and five digits
    standard  TEXT COLLATE "C" NOT NULL,
    made_at   BIGINT NOT NULL,
    PRIMARY KEY (agency_id, channel, batch)
);

CREATE TABLE data_rows (
    agency_id  TEXT COLLATE "C" NOT NULL,
    channel    TEXT COLLATE "C" NOT NULL,
    table_name TEXT COLLATE "C" NOT NULL,
    key        TEXT COLLATE "C" NOT NULL,
    batch      TEXT COLLATE "C" NOT NULL,
    operation  BIGINT NOT NULL, -- 1 inserted, 2 updated, 3 deleted
    row_values TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C",
    PRIMARY KEY (agency_id, channel, table_name, key, batch)
);
CREATE INDEX ix_data_rows_batch ON data_rows (agency_id, channel, batch);
CREATE INDEX ix_data_rows_subject ON data_rows (subject_id) WHERE subject_id IS NOT NULL;
