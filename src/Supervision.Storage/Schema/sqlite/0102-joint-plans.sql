-- Joint plans 联合检查计划: the merged plan with its savings, and its visits. What was merged never changes; approval and tasks are added to it.

CREATE TABLE joint_plans (
    id                  TEXT    NOT NULL PRIMARY KEY,
    agency_id           TEXT    NOT NULL, -- the joint office
    parties             TEXT    NOT NULL, -- agencies that see it, between bars
    partners            TEXT    NOT NULL, -- JSON: agencies whose plans were merged
    year                INTEGER NOT NULL,
    rules               TEXT    NOT NULL, -- JSON
    visits              INTEGER NOT NULL,
    joint_visits        INTEGER NOT NULL,
    visits_planned      INTEGER NOT NULL, -- the two sums of each saving; never the difference alone
    visits_actual       INTEGER NOT NULL,
    attendances_planned INTEGER NOT NULL,
    attendances_actual  INTEGER NOT NULL,
    dropped             TEXT    NOT NULL, -- JSON
    notes               TEXT    NOT NULL, -- JSON
    content_hash        TEXT    NOT NULL,
    proposed_by         TEXT    NOT NULL,
    proposed_on         TEXT    NOT NULL,
    approved_by         TEXT,
    approved_on         TEXT
) STRICT;
-- One approved plan for an office and a year.
CREATE UNIQUE INDEX ux_joint_plans_year ON joint_plans (agency_id, year) WHERE approved_on IS NOT NULL;

CREATE TABLE joint_visits (
    plan_id    TEXT    NOT NULL,
    number     INTEGER NOT NULL, -- from 1 without gaps
    agency_id  TEXT    NOT NULL,
    parties    TEXT    NOT NULL,
    subject_id TEXT    NOT NULL,
    planned_on TEXT    NOT NULL,
    visit      TEXT    NOT NULL, -- JSON
    tasks      TEXT,             -- JSON; null until it was opened
    PRIMARY KEY (plan_id, number)
) STRICT;
CREATE INDEX ix_joint_visits_day ON joint_visits (plan_id, planned_on);
