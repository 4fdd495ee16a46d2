-- Notices of working days that were taken in, every version of each year. The last one of a year counts.

CREATE TABLE calendar_notices (
    year         BIGINT  NOT NULL,
    number       BIGINT  NOT NULL,
    content      TEXT COLLATE "C" NOT NULL,
    content_hash TEXT COLLATE "C" NOT NULL,
    actor_id     TEXT COLLATE "C" NOT NULL,
    actor_agency TEXT COLLATE "C" NOT NULL,
    taken_at     BIGINT  NOT NULL,
    PRIMARY KEY (year, number)
);
