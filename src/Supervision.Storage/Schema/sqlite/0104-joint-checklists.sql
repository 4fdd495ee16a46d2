-- The checklists that the tasks of an opened joint visit pinned 检查表版本: the one form of the visit is made of them, whatever is published later.
-- Visits that were opened before get them from their tasks.

ALTER TABLE joint_visits ADD COLUMN checklists TEXT; -- JSON, in the order of the tasks; null until it was opened
UPDATE joint_visits SET checklists = (
    SELECT json_group_array(json(one)) FROM (
        SELECT json_object('id', t.checklist_id, 'version', t.checklist_version, 'hash', t.checklist_hash) AS one
        FROM json_each(joint_visits.tasks) AS e JOIN tasks AS t ON t.id = e.value ORDER BY e.key))
WHERE tasks IS NOT NULL;
