-- All documents of a task or a case, of every kind, by one question.

CREATE INDEX ix_documents_key ON documents (key);
