-- Schema of a Supervision database on SQLite. Never edit a script that was released: add the next number.
--
-- Instants are UTC microseconds since 1970-01-01, civil dates 'yyyy-MM-dd', points ten-thousandths, lists JSON text.
-- Text compares by its bytes (BINARY, the default). Tables have rowids on purpose: a batch of rows with random ids
-- then dirties the pages of one narrow index instead of the pages of the whole table (docs/adr/0004).

CREATE TABLE subjects (
    id                   TEXT    NOT NULL PRIMARY KEY,
    kind                 INTEGER NOT NULL,
    name                 TEXT    NOT NULL,
    uscc                 TEXT,
    operator_id          TEXT,
    division_code        TEXT    NOT NULL,
    industry_code        TEXT    NOT NULL,
    categories           TEXT    NOT NULL, -- '|restaurant|retail|', '' for none; '|' and '%' inside one as %7C and %25
    status               INTEGER NOT NULL,
    address              TEXT    NOT NULL,
    registered_on        TEXT,
    delivered_risk_class TEXT
) STRICT;

CREATE TABLE agencies (
    id            TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    division_code TEXT NOT NULL,
    fields        TEXT NOT NULL
) STRICT;

CREATE TABLE officers (
    id                 TEXT    NOT NULL PRIMARY KEY,
    name               TEXT    NOT NULL,
    agency_id          TEXT    NOT NULL,
    certificate_number TEXT    NOT NULL,
    valid_from         TEXT    NOT NULL,
    valid_to           TEXT    NOT NULL,
    fields             TEXT    NOT NULL,
    is_suspended       INTEGER NOT NULL
) STRICT;

CREATE TABLE recusals (
    officer_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    reason     TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    PRIMARY KEY (officer_id, subject_id)
) STRICT;

CREATE TABLE items (
    code               TEXT    NOT NULL PRIMARY KEY,
    parent_code        TEXT,
    name               TEXT    NOT NULL,
    kind               INTEGER NOT NULL,
    owner_agency_id    TEXT    NOT NULL,
    field              TEXT    NOT NULL,
    basis              TEXT    NOT NULL,
    subject_categories TEXT    NOT NULL,
    contents           TEXT    NOT NULL,
    checklist_id       TEXT
) STRICT;

CREATE TABLE checklists (
    id           TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    content_hash TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    points       TEXT    NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE plans (
    id                 TEXT    NOT NULL PRIMARY KEY,
    name               TEXT    NOT NULL,
    agency_id          TEXT    NOT NULL,
    item_code          TEXT    NOT NULL,
    field              TEXT    NOT NULL,
    checklist_id       TEXT    NOT NULL,
    checklist_version  INTEGER NOT NULL,
    checklist_hash     TEXT    NOT NULL,
    division_code      TEXT    NOT NULL,
    subject_categories TEXT    NOT NULL,
    first_day          TEXT    NOT NULL,
    last_day           TEXT    NOT NULL,
    rates              TEXT    NOT NULL,
    min_per_cell       INTEGER NOT NULL,
    cool_down_days     INTEGER NOT NULL,
    ratio_source       TEXT    NOT NULL
) STRICT;

CREATE TABLE announcements (
    position  INTEGER NOT NULL PRIMARY KEY, -- over all authorities, in order of publication
    authority TEXT    NOT NULL,
    programme TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    hash      TEXT    NOT NULL,
    text      TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX ix_announcements_number ON announcements (authority, programme, number);

CREATE TABLE draws (
    id                TEXT    NOT NULL PRIMARY KEY,
    plan_id           TEXT    NOT NULL REFERENCES plans (id) ON DELETE RESTRICT,
    number            INTEGER NOT NULL,
    announcement_hash TEXT    NOT NULL,
    frame_count       INTEGER NOT NULL,
    frame_root        TEXT    NOT NULL,
    seed              TEXT    NOT NULL,
    selected_count    INTEGER NOT NULL,
    drawn_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_draws_plan ON draws (plan_id);

CREATE TABLE drawn_subjects (
    draw_id    TEXT NOT NULL REFERENCES draws (id) ON DELETE RESTRICT,
    subject_id TEXT NOT NULL,
    cell       TEXT NOT NULL,
    PRIMARY KEY (draw_id, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
    id                 TEXT    NOT NULL PRIMARY KEY,
    draw_id            TEXT    NOT NULL,
    subject_id         TEXT    NOT NULL,
    item_code          TEXT    NOT NULL,
    checklist_id       TEXT    NOT NULL,
    checklist_version  INTEGER NOT NULL,
    checklist_hash     TEXT    NOT NULL,
    agency_id          TEXT    NOT NULL,
    officer_ids        TEXT    NOT NULL,
    due_on             TEXT    NOT NULL,
    state              INTEGER NOT NULL,
    entries            TEXT    NOT NULL,
    signature          TEXT,
    recorded_at        INTEGER,
    recorded_offset    INTEGER, -- minutes east of UTC in which the record was made
    recorded_on        TEXT,    -- the civil date there: what cool-down periods count from
    record_hash        TEXT,
    rectify_by         TEXT,
    termination_reason TEXT,
    version            INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_tasks_draw ON tasks (draw_id, id);
CREATE INDEX ix_tasks_subject ON tasks (subject_id, recorded_on);

CREATE TABLE findings (
    id           TEXT    NOT NULL PRIMARY KEY,
    task_id      TEXT    NOT NULL REFERENCES tasks (id) ON DELETE RESTRICT,
    subject_id   TEXT    NOT NULL,
    point_id     TEXT    NOT NULL,
    content_code TEXT    NOT NULL,
    severity     TEXT,
    found_on     TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    is_noticed   INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_findings_task ON findings (task_id);
CREATE INDEX ix_findings_subject ON findings (subject_id, found_on);
CREATE INDEX ix_findings_unnoticed ON findings (subject_id, task_id, point_id)
    WHERE is_noticed = 0 AND severity IS NOT NULL;

CREATE TABLE credit_events (
    sequence    INTEGER NOT NULL PRIMARY KEY,
    id          TEXT    NOT NULL,
    subject_id  TEXT    NOT NULL,
    kind        INTEGER NOT NULL,
    occurred_on TEXT    NOT NULL,
    faults      TEXT    NOT NULL,
    points      INTEGER
) STRICT;
CREATE UNIQUE INDEX ix_credit_events_id ON credit_events (id);
CREATE INDEX ix_credit_events_subject ON credit_events (subject_id, occurred_on, sequence);

CREATE TABLE standings (
    subject_id            TEXT    NOT NULL PRIMARY KEY,
    as_of                 TEXT    NOT NULL,
    points                INTEGER NOT NULL,
    steps                 INTEGER NOT NULL,
    composite_score       INTEGER NOT NULL,
    grade                 INTEGER NOT NULL,
    person_linked         INTEGER NOT NULL,
    class                 INTEGER NOT NULL,
    weight                INTEGER NOT NULL,
    credit_policy_id      TEXT    NOT NULL,
    credit_policy_version TEXT    NOT NULL,
    credit_policy_hash    TEXT    NOT NULL,
    risk_policy_id        TEXT    NOT NULL,
    risk_policy_version   TEXT    NOT NULL,
    risk_policy_hash      TEXT    NOT NULL
) STRICT;

CREATE TABLE journal (
    position  INTEGER NOT NULL PRIMARY KEY, -- from 0 without gaps
    type      TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    actor_id  TEXT    NOT NULL,
    agency_id TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    payload   TEXT    NOT NULL,
    leaf      BLOB    NOT NULL
) STRICT;

-- The Merkle tree's right edge: what the next commit continues from. One row.
CREATE TABLE journal_head (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    size  INTEGER NOT NULL,
    nodes BLOB    NOT NULL, -- digests of 32 bytes, one for each set bit of size, the largest subtree first
    root  BLOB    NOT NULL
) STRICT;
INSERT INTO journal_head VALUES (1, 0, x'', x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
