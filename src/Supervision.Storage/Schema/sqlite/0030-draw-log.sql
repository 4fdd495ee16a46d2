-- How each announcement stands in its authority's log: 1 announced, 2 done, 3 void. Until now every announcement was drawn at once.
ALTER TABLE announcements ADD COLUMN published_at INTEGER;
ALTER TABLE announcements ADD COLUMN state INTEGER NOT NULL DEFAULT 2;
ALTER TABLE announcements ADD COLUMN reason TEXT;
ALTER TABLE announcements ADD COLUMN party TEXT;

-- A sealed draw is not public until its inspections are over.
ALTER TABLE draws ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0;

-- How often a subject may and must be visited, and what else than tier and division parts the cells.
ALTER TABLE plans ADD COLUMN at_most_months INTEGER;
ALTER TABLE plans ADD COLUMN at_least_months INTEGER;
ALTER TABLE plans ADD COLUMN by_industry INTEGER NOT NULL DEFAULT 0;

-- Reserves 替补 that took the place of drawn subjects, in order.
CREATE TABLE reserve_uses (
    draw_id  TEXT NOT NULL REFERENCES draws (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    cell     TEXT NOT NULL,
    replaced TEXT NOT NULL,
    reserve  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    approver TEXT NOT NULL,
    evidence TEXT,
    used_at  TEXT NOT NULL, -- with its offset, as published
    PRIMARY KEY (draw_id, position)
) STRICT, WITHOUT ROWID;
