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

-- Derived: of letters that were erased the number only, which stays in the register of its organ; the entry at the position
-- says why, the one at the place took the number.
CREATE TABLE erased_letter (
    organ TEXT NOT NULL,
    series TEXT NOT NULL,
    year BIGINT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    number TEXT NOT NULL,
    place BIGINT NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    PRIMARY KEY (organ, series, year, sequence)
) STRICT;

-- Passing: what is still to be cleaned up after an erasure: the freed pages of the database file (an empty name), and files
-- beside it, by their path in the data folder.
CREATE TABLE erasure_cleanup (
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (position, name)
) KEYED;

-- Derived: rows about natural persons that pass through sealed. Nothing here says whom one is about.
CREATE TABLE sealed_row (
    id TEXT NOT NULL PRIMARY KEY,
    batch TEXT NOT NULL,
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    commitment TEXT NOT NULL CHECK (length(commitment) = 64),
    sealed_day TEXT NOT NULL CHECK (length(sealed_day) = 10),
    delete_on TEXT NOT NULL CHECK (length(delete_on) = 10),
    exported_day TEXT CHECK (length(exported_day) = 10),
    deleted_day TEXT CHECK (length(deleted_day) = 10),
    position BIGINT NOT NULL UNIQUE
) STRICT;
CREATE INDEX sealed_row_held ON sealed_row (kind, delete_on) WHERE deleted_day IS NULL;

-- Digested (the commitment of each stands in the log): what is sealed, with a key that lies outside the database. The
-- likeness tells the same row when it comes again; it is made with that key too.
CREATE TABLE sealed_content (
    id TEXT NOT NULL PRIMARY KEY,
    salt BYTES NOT NULL CHECK (length(salt) = 16),
    content BYTES NOT NULL,
    likeness BYTES NOT NULL CHECK (length(likeness) = 32)
) STRICT;
CREATE INDEX sealed_content_likeness ON sealed_content (likeness);
