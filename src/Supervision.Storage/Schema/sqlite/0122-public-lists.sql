-- What the public lists of plans and draws ask for page by page: those that begin last, those drawn last, those still to be drawn.

CREATE INDEX ix_plans_first ON plans (first_day);
CREATE INDEX ix_draws_drawn ON draws (drawn_at);
CREATE INDEX ix_announcements_state ON announcements (state);
