-- Items have a life-cycle: their state, their version, and the national item that they map to.

ALTER TABLE items ADD COLUMN national_code TEXT;
ALTER TABLE items ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE items ADD COLUMN state INTEGER NOT NULL DEFAULT 3;
