-- Entries of the national catalogue: what maps to none of them may not be inspected.

CREATE TABLE national_items (
    code TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL
);
