-- What monitoring points sent on each day: the counts behind the transmission-effective rate 数据传输有效率. A later delivery for the same point and day takes its place.

CREATE TABLE sensor_days (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- subject|point|day
    subject_id TEXT COLLATE "C" NOT NULL,
    point      TEXT COLLATE "C" NOT NULL,
    day        TEXT COLLATE "C" NOT NULL,
    expected   BIGINT           NOT NULL,
    received   BIGINT           NOT NULL,
    valid      BIGINT           NOT NULL
);
CREATE INDEX ix_sensor_days_day ON sensor_days (day);
