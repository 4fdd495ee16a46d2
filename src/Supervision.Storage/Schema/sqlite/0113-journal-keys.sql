-- When something became known is what the journal says of its key, whatever the type of the entry: a dossier asks for that.

CREATE INDEX ix_journal_key ON journal (key);
