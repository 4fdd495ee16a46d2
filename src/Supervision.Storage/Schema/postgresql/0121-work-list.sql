-- What the work list of an agency asks for by key: the matters on which somebody there has to act, and its open tasks by their last day.

ALTER TABLE matters ADD COLUMN waits BIGINT NOT NULL DEFAULT 0;
UPDATE matters SET waits = 1
    WHERE state <> 90 AND (kind IN (1, 2) OR state = 52 OR (clock_key IS NOT NULL AND state <> 70 AND NOT (kind = 8 AND category = 'Push')));
CREATE INDEX ix_matters_waits ON matters (agency_id, waits, kind);
CREATE INDEX ix_tasks_open ON tasks (agency_id, due_on, id) WHERE state NOT IN (6, 7, 9, 10);
