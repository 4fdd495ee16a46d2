-- A point notice that was annulled upon an objection: which event the annulment names.

ALTER TABLE credit_events ADD COLUMN names TEXT COLLATE "C";
