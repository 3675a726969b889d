-- Derived: a clock of a case, with the last day that was told last. What stopped and lengthened it stands in the entries
-- that clock_step names. A clock stopped or done has no day to keep.
CREATE TABLE case_clock (
    case_id TEXT NOT NULL,
    code TEXT NOT NULL,
    organ TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'finished')),
    deadline TEXT NOT NULL CHECK (length(deadline) = 10),
    missing BIGINT,
    is_of_party BIGINT NOT NULL CHECK (is_of_party IN (0, 1)),
    position BIGINT NOT NULL,
    PRIMARY KEY (case_id, code)
) KEYED;
CREATE INDEX case_clock_open ON case_clock (state, deadline) WHERE state <> 'finished';

-- Derived: the entries that made a clock what it is.
CREATE TABLE clock_step (
    case_id TEXT NOT NULL,
    code TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (case_id, code, position)
) KEYED;

-- Derived: last days that another calendar moved, and whether those concerned were told.
CREATE TABLE clock_notice (
    position BIGINT PRIMARY KEY,
    case_id TEXT NOT NULL,
    code TEXT NOT NULL,
    organ TEXT NOT NULL,
    told BIGINT
) STRICT;
CREATE INDEX clock_notice_open ON clock_notice (case_id, organ) WHERE told IS NULL;

-- Derived: objections; what they say stands in the entries that objection_step names. The mark of a record is read here
-- and nowhere else.
CREATE TABLE objection (
    id TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL,
    subject TEXT NOT NULL,
    ground TEXT NOT NULL,
    stage TEXT NOT NULL,
    turn TEXT,
    freezes BIGINT NOT NULL CHECK (freezes IN (0, 1)),
    filed_day TEXT NOT NULL CHECK (length(filed_day) = 10),
    closed_day TEXT CHECK (length(closed_day) = 10),
    keeps_note BIGINT NOT NULL CHECK (keeps_note IN (0, 1)),
    position BIGINT NOT NULL,
    CHECK ((turn IS NULL) = (closed_day IS NOT NULL))
) STRICT;
CREATE INDEX objection_record ON objection (record);
CREATE INDEX objection_subject ON objection (subject);
CREATE INDEX objection_turn ON objection (turn, id, subject) WHERE turn IS NOT NULL;

-- Derived: the entries that made an objection what it is.
CREATE TABLE objection_step (
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (id, position)
) KEYED;
