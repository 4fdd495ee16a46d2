-- What monitoring points sent on each day: the counts behind the transmission-effective rate 数据传输有效率. A later delivery for the same point and day takes its place.

CREATE TABLE sensor_days (
    id         TEXT    NOT NULL PRIMARY KEY, -- subject|point|day
    subject_id TEXT    NOT NULL,
    point      TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    expected   INTEGER NOT NULL,
    received   INTEGER NOT NULL,
    valid      INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_sensor_days_day ON sensor_days (day);
