-- What devices recorded of a task while they had no network. Only ever added to; the key is the hash of the operation.

CREATE TABLE task_operations (
    hash        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    task_id     TEXT COLLATE "C" NOT NULL,
    device_id   TEXT COLLATE "C" NOT NULL,
    sequence    BIGINT NOT NULL,
    content     TEXT COLLATE "C" NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX ix_task_operations_task ON task_operations (task_id, device_id, sequence);
