-- Derived: commitments. What was promised and decided stands in the entries that `commitment_step` names.
CREATE TABLE commitment (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    matter TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    organ TEXT NOT NULL,
    stage TEXT NOT NULL,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    made TEXT NOT NULL CHECK (length(made) = 10),
    missing BIGINT NOT NULL,
    record TEXT,
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL,
    CHECK ((stage = 'breached') = (record IS NOT NULL))
) STRICT;
CREATE INDEX commitment_open ON commitment (organ, id, subject, name, stage) WHERE stage NOT IN ('fulfilled', 'withdrawn', 'breached');
CREATE INDEX commitment_subject ON commitment (subject);
CREATE INDEX commitment_matter ON commitment (matter, id) WHERE is_public = 1;

-- Derived: the steps of a commitment, in order.
CREATE TABLE commitment_step (
    commitment TEXT NOT NULL,
    position BIGINT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    step TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (commitment, position)
) KEYED;

-- Derived: closer supervision after a breach. It rests on the record of the breach along `edge`; whether it is alive is
-- worked out from that record and stored nowhere.
CREATE TABLE key_supervision (
    id TEXT NOT NULL PRIMARY KEY,
    commitment TEXT NOT NULL,
    record TEXT NOT NULL,
    subject TEXT NOT NULL,
    organ TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT NOT NULL CHECK (length(until_day) = 10),
    released_day TEXT CHECK (length(released_day) = 10),
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL
) STRICT;
CREATE INDEX key_supervision_organ ON key_supervision (organ);
CREATE INDEX key_supervision_commitment ON key_supervision (commitment);
