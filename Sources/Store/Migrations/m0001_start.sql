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
    from_day TEXT NOT NULL CHECK (length(from_day) = 10)
) STRICT;

-- Derived: files handed in.
CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    received TEXT NOT NULL CHECK (length(received) = 10),
    is_declared BIGINT NOT NULL CHECK (is_declared IN (0, 1)),
    account TEXT,
    person TEXT,
    organ TEXT,
    standing_in_for TEXT,
    recorded_day TEXT NOT NULL CHECK (length(recorded_day) = 10),
    state TEXT NOT NULL CHECK (state IN ('open', 'complete', 'undone')),
    accepted BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    known BIGINT NOT NULL DEFAULT 0,
    refused BIGINT NOT NULL DEFAULT 0,
    persons BIGINT NOT NULL DEFAULT 0,
    late BIGINT NOT NULL DEFAULT 0,
    unknown_timeliness BIGINT NOT NULL DEFAULT 0,
    refusals TEXT NOT NULL DEFAULT '',
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT UNIQUE,
    reason TEXT,
    undone_by TEXT,
    CHECK ((account IS NULL) = (person IS NULL) AND (account IS NULL) = (organ IS NULL)),
    CHECK ((state = 'open') = (last_position IS NULL)),
    CHECK ((state = 'undone') = (reason IS NOT NULL))
) STRICT;
CREATE INDEX batch_digest ON batch (digest);
CREATE INDEX batch_received ON batch (received, department);

-- Derived: how many cells of the refused rows of a batch broke which rule in which field, as the event at the position
-- says that closed it.
CREATE TABLE batch_fault (
    batch TEXT NOT NULL,
    rule TEXT NOT NULL,
    field TEXT NOT NULL,
    cells BIGINT NOT NULL CHECK (cells > 0),
    position BIGINT NOT NULL,
    PRIMARY KEY (batch, rule, field)
) STRICT;

-- Derived: a version of a record over the days on which the city held it so. What it says stands in the entry at its
-- position. Undoing a batch ends its versions; the one before such a version comes back as a further version. Where a
-- rule shortened its publication later, the event that says so stands at the position "shortened".
CREATE TABLE record (
    id TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    key BYTES NOT NULL,
    content BYTES NOT NULL,
    subject TEXT NOT NULL,
    department TEXT NOT NULL,
    batch TEXT NOT NULL,
    line BIGINT NOT NULL,
    decided TEXT,
    received TEXT NOT NULL,
    timeliness TEXT,
    published_until TEXT,
    reason TEXT,
    grade TEXT,
    shortened BIGINT,
    is_trader BIGINT NOT NULL CHECK (is_trader IN (0, 1)),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL CHECK (until_day >= from_day),
    position BIGINT NOT NULL,
    PRIMARY KEY (id, version),
    UNIQUE (key, version),
    CHECK ((published_until IS NULL) = (reason IS NOT NULL)),
    CHECK (shortened IS NULL OR published_until IS NOT NULL)
) STRICT;
-- A subject's file finds its records in the index alone, which names all that tells which of them are held on a day, until
-- when they are published and where their content stands; without it each record costs one more page of the table.
CREATE INDEX record_subject ON record (subject, until_day, from_day, version, position, is_trader, shortened, published_until);
-- Of what stands in public lists: nothing of a sole trader does.
CREATE INDEX record_listed ON record (family, kind, department, (coalesce(decided, received)), id, published_until, timeliness) WHERE until_day = '9999-12-31' AND published_until IS NOT NULL AND family <> 'registry' AND is_trader = 0;

-- Derived: the events by which a rule shortened publications that ran.
CREATE TABLE publication_shortening (
    position BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    document TEXT NOT NULL,
    clause TEXT,
    is_unverified BIGINT NOT NULL CHECK (is_unverified IN (0, 1)),
    recorded_day TEXT NOT NULL CHECK (length(recorded_day) = 10),
    records BIGINT NOT NULL CHECK (records > 0)
) STRICT;

-- Derived: after which rules came into use all publications that ran were looked through.
CREATE TABLE publication_review (
    position BIGINT PRIMARY KEY,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    looked BIGINT NOT NULL CHECK (looked >= 0),
    ended_earlier BIGINT NOT NULL CHECK (ended_earlier >= 0),
    recorded_day TEXT NOT NULL CHECK (length(recorded_day) = 10)
) STRICT;

-- Derived: who the records are about, as known now. A subject known from records only is a stub; any other names the
-- position of its newest registry entry. Who is once known as a person in trade (by code, by the category of a row or by
-- the kind of entity that the registry names) stays known as one.
CREATE TABLE subject (
    key TEXT NOT NULL PRIMARY KEY,
    code TEXT,
    name TEXT,
    folded TEXT,
    status TEXT,
    is_trader BIGINT NOT NULL CHECK (is_trader IN (0, 1)),
    is_proprietor BIGINT NOT NULL CHECK (is_proprietor IN (0, 1)),
    registry BIGINT,
    since TEXT NOT NULL CHECK (length(since) = 10),
    changed TEXT NOT NULL CHECK (length(changed) = 10),
    position BIGINT NOT NULL,
    CHECK ((name IS NULL) = (folded IS NULL))
) KEYED;

-- Derived: the present name of a subject, and the names it had in its registry entries before.
CREATE TABLE subject_name (
    subject TEXT NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('present', 'former')),
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10 AND until_day >= from_day),
    PRIMARY KEY (subject, folded)
) KEYED;
CREATE INDEX subject_name_folded ON subject_name (folded);

-- Digested (the digest over the refusals of a batch stands in the event that closes it): why rows were refused.
CREATE TABLE refusal (
    batch TEXT NOT NULL,
    ordinal BIGINT NOT NULL CHECK (ordinal >= 0),
    sheet TEXT NOT NULL,
    line BIGINT NOT NULL,
    body BYTES NOT NULL,
    PRIMARY KEY (batch, ordinal)
) KEYED;

-- Passing: how far an import has come, so that it can go on after a stop.
CREATE TABLE import_progress (
    batch TEXT NOT NULL PRIMARY KEY,
    rows_done BIGINT NOT NULL CHECK (rows_done >= 0),
    refusals_done BIGINT NOT NULL CHECK (refusals_done >= 0),
    refusal_digest BYTES NOT NULL CHECK (length(refusal_digest) IN (0, 32)),
    accepted BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    known BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    persons BIGINT NOT NULL,
    late BIGINT NOT NULL,
    unknown_timeliness BIGINT NOT NULL,
    state BYTES NOT NULL
) STRICT;

-- Passing: which field a department means by a heading of its own.
CREATE TABLE heading_map (
    department TEXT NOT NULL,
    kind TEXT NOT NULL,
    heading TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (department, kind, heading)
) STRICT;
