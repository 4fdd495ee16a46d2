-- What the public pages ask for by key: who goes to the drawn subjects of one page, and whose certificate has a number.

CREATE INDEX ix_tasks_drawn ON tasks (draw_id, subject_id);
CREATE INDEX ix_officers_certificate ON officers (certificate_number);
CREATE INDEX ix_officers_agency ON officers (agency_id, id);
