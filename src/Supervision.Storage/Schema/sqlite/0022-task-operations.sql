-- What devices recorded of a task while they had no network. Only ever added to; the key is the hash of the operation.

CREATE TABLE task_operations (
    hash        TEXT    NOT NULL PRIMARY KEY,
    task_id     TEXT    NOT NULL,
    device_id   TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    content     TEXT    NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_task_operations_task ON task_operations (task_id, device_id, sequence);
