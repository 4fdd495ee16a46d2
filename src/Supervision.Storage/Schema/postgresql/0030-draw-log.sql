-- How each announcement stands in its authority's log: 1 announced, 2 done, 3 void. Until now every announcement was drawn at once.
ALTER TABLE announcements ADD COLUMN published_at BIGINT;
ALTER TABLE announcements ADD COLUMN state BIGINT NOT NULL DEFAULT 2;
ALTER TABLE announcements ADD COLUMN reason TEXT COLLATE "C";
ALTER TABLE announcements ADD COLUMN party TEXT COLLATE "C";

-- A sealed draw is not public until its inspections are over.
ALTER TABLE draws ADD COLUMN is_sealed BIGINT NOT NULL DEFAULT 0;

-- How often a subject may and must be visited, and what else than tier and division parts the cells.
ALTER TABLE plans ADD COLUMN at_most_months BIGINT;
ALTER TABLE plans ADD COLUMN at_least_months BIGINT;
ALTER TABLE plans ADD COLUMN by_industry BIGINT NOT NULL DEFAULT 0;

-- Reserves 替补 that took the place of drawn subjects, in order.
CREATE TABLE reserve_uses (
    draw_id  TEXT COLLATE "C" NOT NULL REFERENCES draws (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    cell     TEXT COLLATE "C" NOT NULL,
    replaced TEXT COLLATE "C" NOT NULL,
    reserve  TEXT COLLATE "C" NOT NULL,
    reason   TEXT COLLATE "C" NOT NULL,
    approver TEXT COLLATE "C" NOT NULL,
    evidence TEXT COLLATE "C",
    used_at  TEXT COLLATE "C" NOT NULL, -- with its offset, as published
    PRIMARY KEY (draw_id, position)
);
