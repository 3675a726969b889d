-- Derived: records whose content was erased, as the event at the position says. Whom they were about stands nowhere.
CREATE TABLE erasure (
    record TEXT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    ground TEXT NOT NULL,
    was_public BIGINT NOT NULL CHECK (was_public IN (0, 1)),
    organ TEXT NOT NULL,
    number TEXT NOT NULL,
    paper_day TEXT NOT NULL CHECK (length(paper_day) = 10),
    basis TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    position BIGINT NOT NULL UNIQUE
) STRICT;

-- Derived: the entries whose content went, and the entry that says so.
CREATE TABLE erased_entry (
    place BIGINT PRIMARY KEY,
    position BIGINT NOT NULL
) STRICT;

-- Passing: what is still to be cleaned up after an erasure: the freed pages of the database file (an empty name), and files
-- beside it, by their path in the data folder.
CREATE TABLE erasure_cleanup (
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (position, name)
) KEYED;
