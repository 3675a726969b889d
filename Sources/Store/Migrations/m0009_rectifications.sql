-- Derived: orders to mend and warning talks. What they say stands in the entries that rectification_step names.
CREATE TABLE rectification (
    id TEXT NOT NULL PRIMARY KEY,
    demand TEXT NOT NULL CHECK (demand IN ('mend', 'talk')),
    record TEXT NOT NULL,
    subject TEXT NOT NULL,
    organ TEXT NOT NULL,
    stage TEXT NOT NULL,
    opened_day TEXT NOT NULL CHECK (length(opened_day) = 10),
    closed_day TEXT CHECK (length(closed_day) = 10),
    meeting TEXT CHECK (length(meeting) = 10),
    position BIGINT NOT NULL,
    CHECK ((demand = 'talk') = (meeting IS NOT NULL))
) STRICT;
CREATE INDEX rectification_record ON rectification (record);
CREATE INDEX rectification_open ON rectification (organ, id, subject, meeting, closed_day) WHERE closed_day IS NULL;

-- Derived: the entries that made such a case what it is.
CREATE TABLE rectification_step (
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (id, position)
) KEYED;

-- Derived: formal notices. Whom they are about and to whom they go stands in the entries that notice_step names, and in
-- no table.
CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL,
    stage TEXT NOT NULL,
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    position BIGINT NOT NULL
) STRICT;
CREATE INDEX notice_open ON notice (organ) WHERE is_open = 1;

-- Derived: the entries that made a notice what it is.
CREATE TABLE notice_step (
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (id, position)
) KEYED;

-- Derived: corrections and withdrawals of a department's own records. Reason and officer stand in the entry.
CREATE TABLE revision (
    id TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL,
    version BIGINT NOT NULL,
    ground TEXT,
    day TEXT NOT NULL CHECK (length(day) = 10),
    position BIGINT NOT NULL
) STRICT;
CREATE INDEX revision_record ON revision (record);

-- Derived: batches looked at by sample.
CREATE TABLE batch_sample (
    id TEXT NOT NULL PRIMARY KEY,
    batch TEXT NOT NULL,
    department TEXT NOT NULL,
    first_position BIGINT NOT NULL,
    last_position BIGINT
) STRICT;
CREATE INDEX batch_sample_open ON batch_sample (department) WHERE last_position IS NULL;
