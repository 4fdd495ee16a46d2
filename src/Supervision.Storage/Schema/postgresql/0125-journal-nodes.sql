-- Roots of complete subtrees of the journal, of heights 8, 16, …: what a proof is made of without reading every entry. Filled when the database is opened.

CREATE TABLE journal_nodes (
    height BIGINT NOT NULL, -- the subtree has 2^height entries
    place  BIGINT NOT NULL, -- the first of them is entry place * 2^height
    hash   BYTEA  NOT NULL,
    PRIMARY KEY (height, place)
);
