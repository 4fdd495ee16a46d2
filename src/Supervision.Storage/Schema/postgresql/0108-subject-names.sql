-- Subjects by a part of their name: an index of the characters of each name, in no order. Whoever asks compares what it finds with the name itself.

CREATE INDEX ix_subjects_name ON subjects USING gin (string_to_array(name, NULL));
