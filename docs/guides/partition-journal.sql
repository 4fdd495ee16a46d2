-- Cuts the journal of a PostgreSQL database into parts by position, each of ten million entries: see docs/scaling.md for when that pays.
-- Run it once, with psql -v ON_ERROR_STOP=1 and the search path of the database, while no host runs. No row is copied: what is there becomes the first
-- part. The last statement makes ten further parts; run the script again before they are full (what lies beyond them goes into a default part, so that
-- nothing is refused, but has to be moved out of it by hand before a part for it can be made).

BEGIN;

DO $$
DECLARE
    part  CONSTANT bigint := 10000000; -- entries a part
    first bigint;
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'journal'::regclass) = 'p' THEN
        RETURN;
    END IF;

    LOCK TABLE journal IN ACCESS EXCLUSIVE MODE;
    SELECT (coalesce(max(position), 0) / part + 1) * part INTO first FROM journal;
    ALTER TABLE journal RENAME TO journal_first;
    ALTER INDEX journal_pkey RENAME TO journal_first_pkey;
    ALTER INDEX ix_journal_type RENAME TO ix_journal_first_type;
    ALTER INDEX ix_journal_key RENAME TO ix_journal_first_key;
    CREATE TABLE journal (LIKE journal_first INCLUDING DEFAULTS) PARTITION BY RANGE (position);
    ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (position);
    CREATE INDEX ix_journal_type ON journal (type, key);
    CREATE INDEX ix_journal_key ON journal (key);

    -- Known beforehand, so that attaching does not look through the rows for it; its indexes are taken over.
    EXECUTE format('ALTER TABLE journal_first ADD CONSTRAINT journal_first_positions CHECK (position < %s) NOT VALID', first);
    ALTER TABLE journal_first VALIDATE CONSTRAINT journal_first_positions;
    EXECUTE format('ALTER TABLE journal ATTACH PARTITION journal_first FOR VALUES FROM (MINVALUE) TO (%s)', first);
    ALTER TABLE journal_first DROP CONSTRAINT journal_first_positions;

    -- Nothing is refused when nobody made the next part in time.
    CREATE TABLE journal_beyond PARTITION OF journal DEFAULT;
END $$;

-- Ten parts from the end of the last one on.
DO $$
DECLARE
    part CONSTANT bigint := 10000000;
    next bigint;
BEGIN
    SELECT max((regexp_match(pg_get_expr(relpartbound, oid), 'TO \(''?(\d+)''?\)'))[1]::bigint) INTO next
    FROM pg_class WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'journal'::regclass);
    FOR i IN 0..9 LOOP
        EXECUTE format('CREATE TABLE journal_from_%s PARTITION OF journal FOR VALUES FROM (%s) TO (%s)', next, next, next + part);
        next := next + part;
    END LOOP;
END $$;

COMMIT;
