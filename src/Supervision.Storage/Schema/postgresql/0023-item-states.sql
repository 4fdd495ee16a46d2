-- Items have a life-cycle: their state, their version, and the national item that they map to.

ALTER TABLE items ADD COLUMN national_code TEXT COLLATE "C";
ALTER TABLE items ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE items ADD COLUMN state BIGINT NOT NULL DEFAULT 3;
