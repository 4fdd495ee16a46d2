-- Texts of rule packs. A text is added once; only its publication and its end are filled in later.

CREATE TABLE rule_packs (
    policy_id       TEXT    NOT NULL,
    version         TEXT    NOT NULL,
    content_hash    TEXT    NOT NULL,
    file            TEXT    NOT NULL,
    content         TEXT    NOT NULL,
    valid_from      TEXT    NOT NULL,
    valid_to        TEXT,
    writer_id       TEXT    NOT NULL,
    writer_agency   TEXT    NOT NULL,
    written_at      INTEGER NOT NULL,
    publisher_id    TEXT,
    publisher_agency TEXT,
    published_at    INTEGER,
    replaced_from   TEXT,
    PRIMARY KEY (policy_id, version, content_hash)
) STRICT;
-- Of a version one text at most is in force, whoever publishes at the same moment.
CREATE UNIQUE INDEX ix_rule_packs_published ON rule_packs (policy_id, version) WHERE published_at IS NOT NULL;
