-- People: organisations, accounts, duties, authorisations, sessions, the access record.

-- Derived: a body whose people work with the platform, from its first day to the day it was merged into another.
CREATE TABLE organisation (
    code TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL,
    founded TEXT NOT NULL CHECK (length(founded) = 10),
    ended TEXT CHECK (length(ended) = 10),
    successor TEXT,
    paper TEXT,
    position BIGINT NOT NULL,
    CHECK ((ended IS NULL) = (successor IS NULL))
) STRICT;

-- Derived: the names and superiors of an organisation, each from a day on.
CREATE TABLE organisation_step (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'parent')),
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    value TEXT NOT NULL,
    paper TEXT,
    position BIGINT NOT NULL,
    PRIMARY KEY (organisation, kind, from_day)
) STRICT;

-- Derived: which organisation holds a code, from a day on.
CREATE TABLE organisation_code (
    code TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    organisation TEXT NOT NULL,
    paper TEXT,
    position BIGINT NOT NULL,
    PRIMARY KEY (code, from_day)
) STRICT;

-- Derived: accounts.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    opened TEXT NOT NULL CHECK (length(opened) = 10),
    closed TEXT CHECK (length(closed) = 10),
    position BIGINT NOT NULL
) STRICT;

-- Derived: the organisation of an account, from a day on.
CREATE TABLE account_post (
    account TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    organisation TEXT NOT NULL,
    paper TEXT,
    position BIGINT NOT NULL,
    PRIMARY KEY (account, from_day)
) STRICT;

-- Derived: what an account may do, from a day on until the day on which it was withdrawn; one row a grant.
CREATE TABLE account_duty (
    account TEXT NOT NULL,
    duty TEXT NOT NULL,
    position BIGINT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    granted_by TEXT,
    PRIMARY KEY (account, duty, position)
) STRICT;

-- Derived: when an account was locked, from a day on until the day on which it was unlocked.
CREATE TABLE account_lock (
    account TEXT NOT NULL,
    position BIGINT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    PRIMARY KEY (account, position)
) STRICT;

-- Derived: who stands in for whom, from the first to the last day, unless ended before.
CREATE TABLE authorisation (
    id TEXT NOT NULL PRIMARY KEY,
    principal TEXT NOT NULL,
    substitute TEXT NOT NULL,
    duties TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10 AND until_day >= from_day),
    paper TEXT NOT NULL,
    ended TEXT CHECK (length(ended) = 10),
    position BIGINT NOT NULL
) STRICT;

-- Derived: for which company an agent acts, as an officer found it in the papers.
CREATE TABLE agent_binding (
    agent TEXT NOT NULL,
    position BIGINT NOT NULL,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (length(paper) = 64),
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10 AND until_day >= from_day),
    officer BYTES NOT NULL,
    ended TEXT CHECK (length(ended) = 10),
    ended_position BIGINT,
    CHECK ((ended IS NULL) = (ended_position IS NULL)),
    PRIMARY KEY (agent, position)
) STRICT;

-- Passing: who signed up to act for a company, and how to reach them; in the log stands only who was bound.
CREATE TABLE agent (
    id TEXT NOT NULL PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    contact TEXT NOT NULL,
    signed_up TEXT NOT NULL CHECK (length(signed_up) = 10)
) STRICT;

-- Derived: how far the access record was sealed by an event, and the digest over its lines up to there.
CREATE TABLE access_seal (
    position BIGINT PRIMARY KEY,
    lines BIGINT NOT NULL CHECK (lines > 0),
    head TEXT NOT NULL CHECK (length(head) = 64)
) STRICT;

-- Digested (its chain of digests is sealed by events): every sign-in, refusal, look and action.
CREATE TABLE access_record (
    ordinal BIGINT PRIMARY KEY CHECK (ordinal >= 0),
    instant TEXT NOT NULL CHECK (length(instant) = 25),
    account TEXT,
    principal TEXT,
    address TEXT NOT NULL,
    what TEXT NOT NULL,
    outcome TEXT NOT NULL,
    subject TEXT,
    purpose TEXT,
    matter TEXT,
    link BYTES NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE INDEX access_record_account ON access_record (account, ordinal);
CREATE INDEX access_record_subject ON access_record (subject, ordinal) WHERE subject IS NOT NULL;

-- Passing: how an account signs in. The password is kept as a memory-hard hash with its parameters, the secret of the
-- one-time codes sealed with a key that lies outside the database, and so is the next one until a right code of it has
-- come; what is set up is the digest of a set-up secret.
CREATE TABLE credential (
    account TEXT NOT NULL PRIMARY KEY,
    log_n BIGINT,
    blocks BIGINT,
    lanes BIGINT,
    salt BYTES,
    hash BYTES CHECK (length(hash) = 32),
    code_secret BYTES,
    next_secret BYTES,
    is_confirmed BIGINT NOT NULL DEFAULT 0 CHECK (is_confirmed IN (0, 1)),
    last_step BIGINT NOT NULL DEFAULT 0,
    set_up BYTES CHECK (length(set_up) = 32),
    set_up_until BIGINT,
    CHECK ((hash IS NULL) = (salt IS NULL) AND (hash IS NULL) = (log_n IS NULL)),
    CHECK ((set_up IS NULL) = (set_up_until IS NULL)),
    CHECK (is_confirmed = 0 OR (hash IS NOT NULL AND code_secret IS NOT NULL))
) STRICT;

-- Passing: digests of recovery codes that have not been used.
CREATE TABLE recovery_code (
    account TEXT NOT NULL,
    digest BYTES NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (account, digest)
) STRICT;

-- Passing: who is signed in; the digest of the token, never the token.
CREATE TABLE session (
    digest BYTES NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    account TEXT NOT NULL,
    principal TEXT,
    address TEXT NOT NULL,
    began BIGINT NOT NULL,
    last_used BIGINT NOT NULL
) STRICT;

-- Passing: wrong tries to sign in, by digest of the name that was typed or by address.
CREATE TABLE wrong_try (
    key TEXT NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL CHECK (count > 0),
    last BIGINT NOT NULL
) STRICT;

-- Passing: tokens by which programs come in; the digest of a token, never the token.
CREATE TABLE access_token (
    id TEXT NOT NULL PRIMARY KEY,
    digest BYTES NOT NULL UNIQUE CHECK (length(digest) = 32),
    account TEXT NOT NULL,
    label TEXT NOT NULL,
    issued TEXT NOT NULL CHECK (length(issued) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10 AND until_day >= issued),
    last_used BIGINT
) STRICT;
CREATE INDEX access_token_account ON access_token (account);
