-- Derived: departments that said of a month that they decided nothing in it.
CREATE TABLE zero_report (
    department TEXT NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 7),
    id TEXT NOT NULL UNIQUE,
    signer TEXT NOT NULL CHECK (signer <> ''),
    account TEXT NOT NULL,
    officer TEXT NOT NULL,
    standing_in_for TEXT,
    day TEXT NOT NULL CHECK (length(day) = 10),
    position BIGINT NOT NULL UNIQUE,
    PRIMARY KEY (department, month)
) STRICT;

-- Derived: records of such a month that came in after its zero report.
CREATE TABLE zero_conflict (
    department TEXT NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 7),
    record TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (department, month, record)
) STRICT;
