-- What a registration said before it was changed: a dossier says what was known on a day. A trigger keeps it, whoever changes the register;
-- position is the journal's size at that moment, and the entry there says when. What was changed before this script is not known.

CREATE TABLE subject_history (
    subject_id           TEXT COLLATE "C" NOT NULL,
    number               BIGINT NOT NULL, -- from 1
    position             BIGINT NOT NULL,
    kind                 BIGINT NOT NULL,
    name                 TEXT COLLATE "C" NOT NULL,
    uscc                 TEXT COLLATE "C",
    operator_id          TEXT COLLATE "C",
    division_code        TEXT COLLATE "C" NOT NULL,
    industry_code        TEXT COLLATE "C" NOT NULL,
    categories           TEXT COLLATE "C" NOT NULL,
    status               BIGINT NOT NULL,
    address              TEXT COLLATE "C" NOT NULL,
    registered_on        TEXT COLLATE "C",
    delivered_risk_class TEXT COLLATE "C",
    PRIMARY KEY (subject_id, number)
);
CREATE FUNCTION keep_replaced_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO subject_history (subject_id, number, position, kind, name, uscc, operator_id, division_code, industry_code, categories, status, address, registered_on, delivered_risk_class)
    VALUES (OLD.id, (SELECT COALESCE(max(h.number), 0) + 1 FROM subject_history h WHERE h.subject_id = OLD.id), (SELECT size FROM journal_head),
            OLD.kind, OLD.name, OLD.uscc, OLD.operator_id, OLD.division_code, OLD.industry_code, OLD.categories, OLD.status, OLD.address, OLD.registered_on, OLD.delivered_risk_class);
    RETURN NULL;
END
$$;
CREATE TRIGGER subjects_replaced AFTER UPDATE ON subjects FOR EACH ROW EXECUTE FUNCTION keep_replaced_subject();
