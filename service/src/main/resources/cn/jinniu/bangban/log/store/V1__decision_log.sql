-- One chain for each replica that decides, and one for those who look after the log.
CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    name VARCHAR(64) NOT NULL UNIQUE
);
INSERT INTO chain (id, name) VALUES (0, 'operator');

-- place is the chain's id and the entry's number in it, as one number: chain * 2^40 + number.
-- at is in microseconds since 1970. Everything here but hash is what hash covers, with the hash of the entry before.
CREATE TABLE entry (
    place BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    id UUID NOT NULL,
    caller VARCHAR(200) NOT NULL,
    known_by SMALLINT NOT NULL,
    ruleset VARCHAR(64) NOT NULL,
    language SMALLINT NOT NULL,
    nanoseconds BIGINT NOT NULL,
    request ${bytes} NOT NULL,
    answer ${bytes} NOT NULL,
    hidden ${bytes},
    hash ${bytes} NOT NULL
);
CREATE UNIQUE INDEX entry_id ON entry (id);

-- The files of every ruleset that ever was in force, as a zip file. Its version is the hash of what it holds.
CREATE TABLE ruleset (
    version VARCHAR(64) PRIMARY KEY,
    files ${bytes} NOT NULL
);

-- When rulesets came into force: which entries to read for it. Can be made anew from the entries.
CREATE TABLE in_force (
    place BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    version VARCHAR(64) NOT NULL
);

-- Which entries are about what, for runs of entries of one chain: see the package find. Can be made anew from the entries.
CREATE TABLE block (
    id BIGINT PRIMARY KEY,
    pages INTEGER NOT NULL
);
CREATE TABLE block_page (
    block BIGINT NOT NULL,
    page INTEGER NOT NULL,
    terms ${bytes} NOT NULL,
    PRIMARY KEY (block, page)
);
