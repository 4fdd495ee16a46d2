-- Events stand in the journal; here is how far each subscriber is, and what could not be delivered.
CREATE TABLE subscribers (
    name         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    url          TEXT COLLATE "C" NOT NULL, -- '' for a handler in process
    types        TEXT COLLATE "C" NOT NULL,
    secret_file  TEXT COLLATE "C" NOT NULL,
    position     BIGINT           NOT NULL, -- the first entry that was not looked at yet
    leased_until BIGINT           NOT NULL
);

CREATE TABLE parked_events (
    subscriber TEXT COLLATE "C" NOT NULL,
    position   BIGINT           NOT NULL,
    key        TEXT COLLATE "C" NOT NULL,
    attempts   BIGINT           NOT NULL,
    next_at    BIGINT           NOT NULL,
    error      TEXT COLLATE "C" NOT NULL,
    is_dead    BIGINT           NOT NULL,
    PRIMARY KEY (subscriber, position)
);

CREATE TABLE inbox (
    consumer TEXT COLLATE "C" NOT NULL,
    event_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (consumer, event_id)
);
