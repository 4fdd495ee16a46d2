-- Indicators count what happened in a period: these carry them to its days without reading the rest.

CREATE INDEX ix_tasks_recorded ON tasks (recorded_on);
CREATE INDEX ix_tasks_due ON tasks (due_on);
CREATE INDEX ix_tasks_rectify ON tasks (rectify_by);
CREATE INDEX ix_matters_opened ON matters (kind, opened_at);
CREATE INDEX ix_credit_events_day ON credit_events (occurred_on);
