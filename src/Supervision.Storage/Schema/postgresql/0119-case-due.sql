-- The next last day of a case 期限, as it was counted with its last step: the work list reads what is due first, not every case.
-- Cases of before keep the day that sorts last until their next step.

ALTER TABLE cases ADD COLUMN next_due TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31';
CREATE INDEX ix_cases_due ON cases (agency_id, next_due, id);
