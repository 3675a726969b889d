-- The log: one row an entry. Salt and body stand beside the leaf; lawful erasure empties both and leaves the leaf.
CREATE TABLE entry (
    position BIGINT PRIMARY KEY CHECK (position >= 0),
    instant TEXT NOT NULL CHECK (length(instant) = 25),
    class TEXT NOT NULL CHECK (class <> ''),
    leaf BYTES NOT NULL CHECK (length(leaf) = 32),
    salt BYTES CHECK (length(salt) = 16),
    body BYTES,
    CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;

-- The tree over it: up to 256 hashes of 32 bytes a row.
CREATE TABLE tile (
    level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 7),
    number BIGINT NOT NULL CHECK (number >= 0),
    hashes BYTES NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
    PRIMARY KEY (level, number)
) STRICT;

-- Derived: what the log is called and signed with.
CREATE TABLE log_opening (
    position BIGINT PRIMARY KEY,
    origin TEXT NOT NULL,
    verifier TEXT NOT NULL,
    rehearsal BIGINT NOT NULL CHECK (rehearsal IN (0, 1)),
    reason TEXT
) STRICT;

-- Derived: the rules that came into use.
CREATE TABLE rules_adoption (
    position BIGINT PRIMARY KEY,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    from_day TEXT NOT NULL
) STRICT;

-- Derived: files handed in.
CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    opened BIGINT NOT NULL UNIQUE,
    closed BIGINT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'completed', 'undone')),
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    received TEXT NOT NULL CHECK (length(received) = 10),
    declared BIGINT NOT NULL CHECK (declared IN (0, 1)),
    accepted BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    known BIGINT NOT NULL DEFAULT 0,
    refused BIGINT NOT NULL DEFAULT 0,
    persons BIGINT NOT NULL DEFAULT 0,
    late BIGINT NOT NULL DEFAULT 0,
    unknown_timeliness BIGINT NOT NULL DEFAULT 0,
    refusals TEXT NOT NULL DEFAULT '',
    reason TEXT,
    CHECK ((state = 'open') = (closed IS NULL))
) STRICT;
CREATE INDEX batch_digest ON batch (digest);

-- Derived: a version of a record over the days on which the city held it so; a version that an undone batch had
-- replaced comes back as a further row. What it says stands in the entry.
CREATE TABLE record (
    id TEXT NOT NULL,
    opened BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    subject TEXT NOT NULL,
    key BYTES NOT NULL,
    content BYTES NOT NULL CHECK (length(content) = 16),
    department TEXT NOT NULL,
    batch TEXT NOT NULL,
    decided TEXT CHECK (length(decided) = 10),
    received TEXT NOT NULL CHECK (length(received) = 10),
    timeliness TEXT,
    published_until TEXT CHECK (length(published_until) = 10),
    withheld TEXT,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10 AND until_day >= from_day),
    undone BIGINT NOT NULL CHECK (undone IN (0, 1)),
    PRIMARY KEY (id, opened),
    CHECK ((published_until IS NULL) <> (withheld IS NULL))
) STRICT;
CREATE INDEX record_entry ON record (entry);
CREATE INDEX record_key ON record (key);
CREATE INDEX record_subject ON record (subject);

-- Derived: who the records are about, as known now.
CREATE TABLE subject (
    key TEXT PRIMARY KEY,
    name TEXT,
    status TEXT,
    registry BIGINT,
    CHECK (status IS NULL OR registry IS NOT NULL)
) STRICT;

-- Derived: every name a subject was ever known by; those with `registered` 1 stood in its registry entries.
CREATE TABLE subject_name (
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    registered BIGINT NOT NULL CHECK (registered IN (0, 1)),
    entry BIGINT NOT NULL,
    PRIMARY KEY (subject, name)
) STRICT;
CREATE INDEX subject_name_folded ON subject_name (folded);

-- Digested (the digest over the refusals of a batch stands in the event that closes it): why rows were refused.
CREATE TABLE refusal (
    batch TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number >= 0),
    sheet TEXT NOT NULL,
    line BIGINT NOT NULL,
    place TEXT NOT NULL,
    field TEXT NOT NULL,
    rule TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (batch, number)
) STRICT;

-- Passing: how far an import has come, so that it can go on after a stop.
CREATE TABLE import_progress (
    batch TEXT PRIMARY KEY,
    rows BIGINT NOT NULL CHECK (rows >= 0),
    refusals BIGINT NOT NULL CHECK (refusals >= 0),
    state BYTES NOT NULL
) STRICT;
