-- Derived: listings of our own. What was said in each step stands in the entries that `listing_step` names.
CREATE TABLE listing (
    id TEXT NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,
    organ TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    target TEXT NOT NULL,
    stage TEXT NOT NULL,
    turn TEXT,
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    opened TEXT NOT NULL CHECK (length(opened) = 10),
    notice_served TEXT,
    answer_count BIGINT,
    answer_unit TEXT CHECK (answer_unit IN ('days', 'working-days')),
    listed_from TEXT,
    last_day TEXT,
    review_by TEXT,
    record TEXT,
    left_day TEXT,
    ground TEXT,
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL,
    CHECK ((left_day IS NULL) = (ground IS NULL)),
    CHECK (listed_from IS NULL OR last_day IS NOT NULL OR review_by IS NOT NULL)
) STRICT;
CREATE INDEX listing_organ ON listing (organ, is_open);
CREATE INDEX listing_subject ON listing (subject);
CREATE INDEX listing_record ON listing (record);

-- Derived: the steps of a listing, in order.
CREATE TABLE listing_step (
    listing TEXT NOT NULL,
    position BIGINT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    step TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (listing, position)
) KEYED;

-- Derived: measures that rest on entries. Whether one is alive is worked out along `edge`; an act that ends what it rests
-- on writes its day into `ended_day`, so that it does not come back by itself with a later version of its base.
CREATE TABLE effect (
    id TEXT NOT NULL PRIMARY KEY,
    measure TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('bound', 'discretionary')),
    subject TEXT NOT NULL,
    department TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT,
    lifted_day TEXT,
    ended_day TEXT,
    outcome TEXT CHECK (outcome IN ('executed', 'not-executed')),
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL
) STRICT;
CREATE INDEX effect_department ON effect (department);
CREATE INDEX effect_subject ON effect (subject);

-- Derived: the steps of an effect, in order.
CREATE TABLE effect_step (
    effect TEXT NOT NULL,
    position BIGINT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    step TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (effect, position)
) KEYED;

-- Derived: what rests on what, and how: an effect on an entry, an entry on records.
CREATE TABLE edge (
    node TEXT NOT NULL,
    base TEXT NOT NULL,
    footing TEXT NOT NULL CHECK (footing IN ('validity', 'publication')),
    position BIGINT NOT NULL,
    PRIMARY KEY (node, base)
) KEYED;
CREATE INDEX edge_base ON edge (base);
