-- Notices of working days that were taken in, every version of each year. The last one of a year counts.

CREATE TABLE calendar_notices (
    year         INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    content      TEXT    NOT NULL,
    content_hash TEXT    NOT NULL,
    actor_id     TEXT    NOT NULL,
    actor_agency TEXT    NOT NULL,
    taken_at     INTEGER NOT NULL,
    PRIMARY KEY (year, number)
) STRICT;
