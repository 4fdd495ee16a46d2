-- Events stand in the journal; here is how far each subscriber is, and what could not be delivered.
CREATE TABLE subscribers (
    name         TEXT    NOT NULL PRIMARY KEY,
    url          TEXT    NOT NULL, -- '' for a handler in process
    types        TEXT    NOT NULL,
    secret_file  TEXT    NOT NULL,
    position     INTEGER NOT NULL, -- the first entry that was not looked at yet
    leased_until INTEGER NOT NULL
) STRICT;

CREATE TABLE parked_events (
    subscriber TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    key        TEXT    NOT NULL,
    attempts   INTEGER NOT NULL,
    next_at    INTEGER NOT NULL,
    error      TEXT    NOT NULL,
    is_dead    INTEGER NOT NULL,
    PRIMARY KEY (subscriber, position)
) STRICT;

CREATE TABLE inbox (
    consumer TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (consumer, event_id)
) STRICT;
