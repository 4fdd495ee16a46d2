-- Schema of a Supervision database on PostgreSQL. Never edit a script that was released: add the next number.
--
-- Instants are UTC microseconds since 1970-01-01, civil dates 'yyyy-MM-dd', points ten-thousandths, lists JSON text.
-- Integers and booleans (0, 1) are BIGINT. Text compares by its bytes: a frame, a root and a list must not depend on
-- the locale of a server.

CREATE TABLE subjects (
    id                   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind                 BIGINT           NOT NULL,
    name                 TEXT COLLATE "C" NOT NULL,
    uscc                 TEXT COLLATE "C",
    operator_id          TEXT COLLATE "C",
    division_code        TEXT COLLATE "C" NOT NULL,
    industry_code        TEXT COLLATE "C" NOT NULL,
    categories           TEXT COLLATE "C" NOT NULL, -- '|restaurant|retail|', '' for none; '|' and '%' inside one as %7C and %25
    status               BIGINT           NOT NULL,
    address              TEXT COLLATE "C" NOT NULL,
    registered_on        TEXT COLLATE "C",
    delivered_risk_class TEXT COLLATE "C"
);

CREATE TABLE agencies (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name          TEXT COLLATE "C" NOT NULL,
    division_code TEXT COLLATE "C" NOT NULL,
    fields        TEXT COLLATE "C" NOT NULL
);

CREATE TABLE officers (
    id                 TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name               TEXT COLLATE "C" NOT NULL,
    agency_id          TEXT COLLATE "C" NOT NULL,
    certificate_number TEXT COLLATE "C" NOT NULL,
    valid_from         TEXT COLLATE "C" NOT NULL,
    valid_to           TEXT COLLATE "C" NOT NULL,
    fields             TEXT COLLATE "C" NOT NULL,
    is_suspended       BIGINT           NOT NULL
);

CREATE TABLE recusals (
    officer_id TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    reason     TEXT COLLATE "C" NOT NULL,
    decided_on TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (officer_id, subject_id)
);

CREATE TABLE items (
    code               TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    parent_code        TEXT COLLATE "C",
    name               TEXT COLLATE "C" NOT NULL,
    kind               BIGINT           NOT NULL,
    owner_agency_id    TEXT COLLATE "C" NOT NULL,
    field              TEXT COLLATE "C" NOT NULL,
    basis              TEXT COLLATE "C" NOT NULL,
    subject_categories TEXT COLLATE "C" NOT NULL,
    contents           TEXT COLLATE "C" NOT NULL,
    checklist_id       TEXT COLLATE "C"
);

CREATE TABLE checklists (
    id           TEXT COLLATE "C" NOT NULL,
    version      BIGINT           NOT NULL,
    content_hash TEXT COLLATE "C" NOT NULL,
    title        TEXT COLLATE "C" NOT NULL,
    points       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TABLE plans (
    id                 TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name               TEXT COLLATE "C" NOT NULL,
    agency_id          TEXT COLLATE "C" NOT NULL,
    item_code          TEXT COLLATE "C" NOT NULL,
    field              TEXT COLLATE "C" NOT NULL,
    checklist_id       TEXT COLLATE "C" NOT NULL,
    checklist_version  BIGINT           NOT NULL,
    checklist_hash     TEXT COLLATE "C" NOT NULL,
    division_code      TEXT COLLATE "C" NOT NULL,
    subject_categories TEXT COLLATE "C" NOT NULL,
    first_day          TEXT COLLATE "C" NOT NULL,
    last_day           TEXT COLLATE "C" NOT NULL,
    rates              TEXT COLLATE "C" NOT NULL,
    min_per_cell       BIGINT           NOT NULL,
    cool_down_days     BIGINT           NOT NULL,
    ratio_source       TEXT COLLATE "C" NOT NULL
);

CREATE TABLE announcements (
    position  BIGINT           NOT NULL PRIMARY KEY, -- over all authorities, in order of publication
    authority TEXT COLLATE "C" NOT NULL,
    programme TEXT COLLATE "C" NOT NULL,
    number    BIGINT           NOT NULL,
    hash      TEXT COLLATE "C" NOT NULL,
    text      TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX ix_announcements_number ON announcements (authority, programme, number);

CREATE TABLE draws (
    id                TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    plan_id           TEXT COLLATE "C" NOT NULL REFERENCES plans (id) ON DELETE RESTRICT,
    number            BIGINT           NOT NULL,
    announcement_hash TEXT COLLATE "C" NOT NULL,
    frame_count       BIGINT           NOT NULL,
    frame_root        TEXT COLLATE "C" NOT NULL,
    seed              TEXT COLLATE "C" NOT NULL,
    selected_count    BIGINT           NOT NULL,
    drawn_at          BIGINT           NOT NULL
);
CREATE INDEX ix_draws_plan ON draws (plan_id);

CREATE TABLE drawn_subjects (
    draw_id    TEXT COLLATE "C" NOT NULL REFERENCES draws (id) ON DELETE RESTRICT,
    subject_id TEXT COLLATE "C" NOT NULL,
    cell       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (draw_id, subject_id)
);

CREATE TABLE tasks (
    id                 TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    draw_id            TEXT COLLATE "C" NOT NULL,
    subject_id         TEXT COLLATE "C" NOT NULL,
    item_code          TEXT COLLATE "C" NOT NULL,
    checklist_id       TEXT COLLATE "C" NOT NULL,
    checklist_version  BIGINT           NOT NULL,
    checklist_hash     TEXT COLLATE "C" NOT NULL,
    agency_id          TEXT COLLATE "C" NOT NULL,
    officer_ids        TEXT COLLATE "C" NOT NULL,
    due_on             TEXT COLLATE "C" NOT NULL,
    state              BIGINT           NOT NULL,
    entries            TEXT COLLATE "C" NOT NULL,
    signature          TEXT COLLATE "C",
    recorded_at        BIGINT,
    recorded_offset    BIGINT, -- minutes east of UTC in which the record was made
    recorded_on        TEXT COLLATE "C",    -- the civil date there: what cool-down periods count from
    record_hash        TEXT COLLATE "C",
    rectify_by         TEXT COLLATE "C",
    termination_reason TEXT COLLATE "C",
    version            BIGINT           NOT NULL
);
CREATE INDEX ix_tasks_draw ON tasks (draw_id, id);
CREATE INDEX ix_tasks_subject ON tasks (subject_id, recorded_on);

CREATE TABLE findings (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    task_id      TEXT COLLATE "C" NOT NULL REFERENCES tasks (id) ON DELETE RESTRICT,
    subject_id   TEXT COLLATE "C" NOT NULL,
    point_id     TEXT COLLATE "C" NOT NULL,
    content_code TEXT COLLATE "C" NOT NULL,
    severity     TEXT COLLATE "C",
    found_on     TEXT COLLATE "C" NOT NULL,
    note         TEXT COLLATE "C" NOT NULL,
    is_noticed   BIGINT           NOT NULL
);
CREATE INDEX ix_findings_task ON findings (task_id);
CREATE INDEX ix_findings_subject ON findings (subject_id, found_on);
CREATE INDEX ix_findings_unnoticed ON findings (subject_id, task_id, point_id)
    WHERE is_noticed = 0 AND severity IS NOT NULL;

CREATE TABLE credit_events (
    sequence    BIGINT           NOT NULL PRIMARY KEY,
    id          TEXT COLLATE "C" NOT NULL,
    subject_id  TEXT COLLATE "C" NOT NULL,
    kind        BIGINT           NOT NULL,
    occurred_on TEXT COLLATE "C" NOT NULL,
    faults      TEXT COLLATE "C" NOT NULL,
    points      BIGINT
);
CREATE UNIQUE INDEX ix_credit_events_id ON credit_events (id);
CREATE INDEX ix_credit_events_subject ON credit_events (subject_id, occurred_on, sequence);

CREATE TABLE standings (
    subject_id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    as_of                 TEXT COLLATE "C" NOT NULL,
    points                BIGINT           NOT NULL,
    steps                 BIGINT           NOT NULL,
    composite_score       BIGINT           NOT NULL,
    grade                 BIGINT           NOT NULL,
    person_linked         BIGINT           NOT NULL,
    class                 BIGINT           NOT NULL,
    weight                BIGINT           NOT NULL,
    credit_policy_id      TEXT COLLATE "C" NOT NULL,
    credit_policy_version TEXT COLLATE "C" NOT NULL,
    credit_policy_hash    TEXT COLLATE "C" NOT NULL,
    risk_policy_id        TEXT COLLATE "C" NOT NULL,
    risk_policy_version   TEXT COLLATE "C" NOT NULL,
    risk_policy_hash      TEXT COLLATE "C" NOT NULL
);

CREATE TABLE journal (
    position  BIGINT           NOT NULL PRIMARY KEY, -- from 0 without gaps
    type      TEXT COLLATE "C" NOT NULL,
    key       TEXT COLLATE "C" NOT NULL,
    actor_id  TEXT COLLATE "C" NOT NULL,
    agency_id TEXT COLLATE "C" NOT NULL,
    at        BIGINT           NOT NULL,
    payload   TEXT COLLATE "C" NOT NULL,
    leaf      BYTEA            NOT NULL
);

-- The Merkle tree's right edge: what the next commit continues from. One row.
CREATE TABLE journal_head (
    id    BIGINT           NOT NULL PRIMARY KEY CHECK (id = 1),
    size  BIGINT           NOT NULL,
    nodes BYTEA            NOT NULL, -- digests of 32 bytes, one for each set bit of size, the largest subtree first
    root  BYTEA            NOT NULL
);
INSERT INTO journal_head VALUES (1, 0, '\x', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
