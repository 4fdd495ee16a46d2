-- What users have set themselves since the operator made the account: the password, the second factor.

CREATE TABLE user_secrets (
    user_name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    entry      TEXT COLLATE "C" NOT NULL, -- hash of the entry of the users file that it stands in place of
    last_step  BIGINT NOT NULL, -- of the last one-time code that was taken
    changed_at BIGINT NOT NULL,
    content    BYTEA NOT NULL -- encrypted by the host
);
