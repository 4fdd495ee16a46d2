-- What a registration said before it was changed: a dossier says what was known on a day. A trigger keeps it, whoever changes the register;
-- position is the journal's size at that moment, and the entry there says when. What was changed before this script is not known.

CREATE TABLE subject_history (
    subject_id           TEXT NOT NULL,
    number               INTEGER NOT NULL, -- from 1
    position             INTEGER NOT NULL,
    kind                 INTEGER NOT NULL,
    name                 TEXT NOT NULL,
    uscc                 TEXT,
    operator_id          TEXT,
    division_code        TEXT NOT NULL,
    industry_code        TEXT NOT NULL,
    categories           TEXT NOT NULL,
    status               INTEGER NOT NULL,
    address              TEXT NOT NULL,
    registered_on        TEXT,
    delivered_risk_class TEXT,
    PRIMARY KEY (subject_id, number)
) STRICT;
CREATE TRIGGER subjects_replaced AFTER UPDATE ON subjects
BEGIN
    INSERT INTO subject_history (subject_id, number, position, kind, name, uscc, operator_id, division_code, industry_code, categories, status, address, registered_on, delivered_risk_class)
    VALUES (OLD.id, (SELECT COALESCE(max(h.number), 0) + 1 FROM subject_history h WHERE h.subject_id = OLD.id), (SELECT size FROM journal_head),
            OLD.kind, OLD.name, OLD.uscc, OLD.operator_id, OLD.division_code, OLD.industry_code, OLD.categories, OLD.status, OLD.address, OLD.registered_on, OLD.delivered_risk_class);
END;
