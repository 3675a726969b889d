-- Derived: cases of repair, as far as each has come. What happened in one stands in the entries of its steps.
CREATE TABLE repair (
    id TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL,
    subject TEXT NOT NULL,
    rule TEXT NOT NULL,
    class TEXT NOT NULL,
    office TEXT NOT NULL,
    recogniser TEXT NOT NULL,
    stage TEXT NOT NULL,
    turn TEXT NOT NULL,
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    filed TEXT NOT NULL CHECK (length(filed) = 10),
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL UNIQUE
) STRICT;
CREATE INDEX repair_turn ON repair (turn, is_open, filed);
CREATE INDEX repair_recogniser ON repair (recogniser, is_open, stage);
CREATE INDEX repair_record ON repair (record);

-- Derived: the entries that a case is made of, in order, with what happened and when, so that a queue need not read them.
CREATE TABLE repair_step (
    repair TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    PRIMARY KEY (repair, position)
) KEYED;

-- Derived: what ends the publication of a record earlier than its own rule: a repair, a court's shield, an objection, an
-- entry that was left, a base that fell. The record is published until the earliest of them, whatever version of it
-- comes in later.
CREATE TABLE publication_end (
    record TEXT NOT NULL,
    ground TEXT NOT NULL,
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    position BIGINT NOT NULL,
    PRIMARY KEY (record, ground)
) KEYED;

-- Derived: until when no new application of a subject is taken after a repair in bad faith.
CREATE TABLE repair_ban (
    subject TEXT NOT NULL,
    repair TEXT NOT NULL,
    until_day TEXT NOT NULL CHECK (length(until_day) = 10),
    is_firm BIGINT NOT NULL CHECK (is_firm IN (0, 1)),
    position BIGINT NOT NULL,
    PRIMARY KEY (subject, repair)
) KEYED;
