-- Subjects by a part of their name. subject_names has the characters of each name, in no order and as hexadecimal numbers, so that letters, signs and blanks
-- count alike; whoever asks compares what it finds with the name itself. It is only added to: a former name leads to a subject that is then passed over.
-- Triggers note whose name is new, whoever changes the register; such subjects wait until many are taken in at once, which costs a third of one after the other, and are
-- found while they wait. A view knows no loop: name_places counts for it, and a name of more characters is marked as long.

CREATE TABLE name_places (
    place INTEGER NOT NULL PRIMARY KEY
) STRICT;
WITH RECURSIVE places (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < 1000)
INSERT INTO name_places SELECT place FROM places;

CREATE VIEW subject_characters AS
SELECT s.id AS subject_id, (SELECT group_concat(printf('%x', unicode(substr(s.name, p.place, 1))), ' ') FROM name_places p WHERE p.place <= length(s.name))
    || iif(length(s.name) > 1000, ' long', '') AS characters
FROM subjects s;

CREATE VIRTUAL TABLE subject_names USING fts5(
    subject_id UNINDEXED, characters, content='', contentless_unindexed=1, detail='none', columnsize=0, tokenize='ascii');
INSERT INTO subject_names (subject_id, characters) SELECT subject_id, characters FROM subject_characters;

CREATE TABLE subject_names_waiting (
    subject_id TEXT NOT NULL -- any number of times
) STRICT;
CREATE TRIGGER subjects_named AFTER INSERT ON subjects
BEGIN
    INSERT INTO subject_names_waiting (subject_id) VALUES (NEW.id);
END;
CREATE TRIGGER subjects_renamed AFTER UPDATE OF name ON subjects WHEN NEW.name <> OLD.name
BEGIN
    INSERT INTO subject_names_waiting (subject_id) VALUES (NEW.id);
END;
