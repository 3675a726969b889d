-- Derived: letters of cases; what they say stands in the entries that letter_step names. Organ, series and year are a
-- register, whose numbers run from 1 without gaps: a void letter keeps its own. Title and addressee of a restricted letter
-- stand in its entries only.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    occasion TEXT NOT NULL,
    organ TEXT NOT NULL,
    series TEXT NOT NULL,
    year BIGINT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    addressee TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('numbered', 'drawn', 'sealed', 'served', 'void')),
    numbered_day TEXT NOT NULL CHECK (length(numbered_day) = 10),
    way TEXT,
    served_day TEXT,
    archive TEXT,
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL,
    UNIQUE (organ, series, year, sequence),
    UNIQUE (organ, archive),
    CHECK ((way IS NULL) = (served_day IS NULL)),
    CHECK ((stage = 'served') = (served_day IS NOT NULL))
) STRICT;
CREATE INDEX letter_case ON letter (case_id);

-- Derived: the entries that made a letter what it is.
CREATE TABLE letter_step (
    letter TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (letter, position)
) KEYED;
