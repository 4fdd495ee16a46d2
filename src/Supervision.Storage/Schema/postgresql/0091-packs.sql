-- Texts of rule packs. A text is added once; only its publication and its end are filled in later.

CREATE TABLE rule_packs (
    policy_id       TEXT COLLATE "C"    NOT NULL,
    version         TEXT COLLATE "C"    NOT NULL,
    content_hash    TEXT COLLATE "C"    NOT NULL,
    file            TEXT COLLATE "C"    NOT NULL,
    content         TEXT COLLATE "C"    NOT NULL,
    valid_from      TEXT COLLATE "C"    NOT NULL,
    valid_to        TEXT COLLATE "C",
    writer_id       TEXT COLLATE "C"    NOT NULL,
    writer_agency   TEXT COLLATE "C"    NOT NULL,
    written_at      BIGINT NOT NULL,
    publisher_id    TEXT COLLATE "C",
    publisher_agency TEXT COLLATE "C",
    published_at    BIGINT,
    replaced_from   TEXT COLLATE "C",
    PRIMARY KEY (policy_id, version, content_hash)
);
-- Of a version one text at most is in force, whoever publishes at the same moment.
CREATE UNIQUE INDEX ix_rule_packs_published ON rule_packs (policy_id, version) WHERE published_at IS NOT NULL;
