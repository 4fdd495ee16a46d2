-- Tasks that no draw made have an empty draw_id, and the provision that lets them be inspected directly. What happened on
-- site and after stands as one JSON object in visit.

ALTER TABLE tasks ADD COLUMN source BIGINT NOT NULL DEFAULT 1;
ALTER TABLE tasks ADD COLUMN source_reference TEXT COLLATE "C";
ALTER TABLE tasks ADD COLUMN source_basis TEXT COLLATE "C";
ALTER TABLE tasks ADD COLUMN visit TEXT COLLATE "C";
CREATE INDEX ix_tasks_agency ON tasks (agency_id, state, due_on);
