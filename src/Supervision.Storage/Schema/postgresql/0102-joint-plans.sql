-- Joint plans 联合检查计划: the merged plan with its savings, and its visits. What was merged never changes; approval and tasks are added to it.

CREATE TABLE joint_plans (
    id                  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    agency_id           TEXT COLLATE "C" NOT NULL, -- the joint office
    parties             TEXT COLLATE "C" NOT NULL, -- agencies that see it, between bars
    partners            TEXT COLLATE "C" NOT NULL, -- JSON: agencies whose plans were merged
    year                BIGINT           NOT NULL,
    rules               TEXT COLLATE "C" NOT NULL, -- JSON
    visits              BIGINT           NOT NULL,
    joint_visits        BIGINT           NOT NULL,
    visits_planned      BIGINT           NOT NULL, -- the two sums of each saving; never the difference alone
    visits_actual       BIGINT           NOT NULL,
    attendances_planned BIGINT           NOT NULL,
    attendances_actual  BIGINT           NOT NULL,
    dropped             TEXT COLLATE "C" NOT NULL, -- JSON
    notes               TEXT COLLATE "C" NOT NULL, -- JSON
    content_hash        TEXT COLLATE "C" NOT NULL,
    proposed_by         TEXT COLLATE "C" NOT NULL,
    proposed_on         TEXT COLLATE "C" NOT NULL,
    approved_by         TEXT COLLATE "C",
    approved_on         TEXT COLLATE "C"
);
-- One approved plan for an office and a year.
CREATE UNIQUE INDEX ux_joint_plans_year ON joint_plans (agency_id, year) WHERE approved_on IS NOT NULL;

CREATE TABLE joint_visits (
    plan_id    TEXT COLLATE "C" NOT NULL,
    number     BIGINT           NOT NULL, -- from 1 without gaps
    agency_id  TEXT COLLATE "C" NOT NULL,
    parties    TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    planned_on TEXT COLLATE "C" NOT NULL,
    visit      TEXT COLLATE "C" NOT NULL, -- JSON
    tasks      TEXT COLLATE "C",             -- JSON; null until it was opened
    PRIMARY KEY (plan_id, number)
);
CREATE INDEX ix_joint_visits_day ON joint_visits (plan_id, planned_on);
