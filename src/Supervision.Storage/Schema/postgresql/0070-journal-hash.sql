-- The hash function of the journal: 1 is SHA-256, 2 is SM3. It is chosen while the journal is empty.

ALTER TABLE journal_head ADD COLUMN hash BIGINT NOT NULL DEFAULT 1;
