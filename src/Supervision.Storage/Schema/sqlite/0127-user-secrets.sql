-- What users have set themselves since the operator made the account: the password, the second factor.

CREATE TABLE user_secrets (
    user_name  TEXT NOT NULL PRIMARY KEY,
    entry      TEXT NOT NULL, -- hash of the entry of the users file that it stands in place of
    last_step  INTEGER NOT NULL, -- of the last one-time code that was taken
    changed_at INTEGER NOT NULL,
    content    BLOB NOT NULL -- encrypted by the host
) STRICT;
