-- The checklists that the tasks of an opened joint visit pinned 检查表版本: the one form of the visit is made of them, whatever is published later.
-- Visits that were opened before get them from their tasks.

ALTER TABLE joint_visits ADD COLUMN checklists TEXT COLLATE "C"; -- JSON, in the order of the tasks; null until it was opened
UPDATE joint_visits SET checklists = (
    SELECT json_agg(json_build_object('id', t.checklist_id, 'version', t.checklist_version, 'hash', t.checklist_hash) ORDER BY e.place)::text
    FROM json_array_elements_text(joint_visits.tasks::json) WITH ORDINALITY AS e(id, place) JOIN tasks AS t ON t.id = e.id)
WHERE tasks IS NOT NULL;
