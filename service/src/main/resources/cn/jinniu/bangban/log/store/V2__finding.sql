-- Which entries are about what: see the package find. Made anew from the entries where it is missing.
DROP TABLE block_page;
DROP TABLE block;

-- Runs of entries of one chain, one behind the other. Of level 0 are the shortest; neighbours of one level are merged into
-- one of the next, and are retired then, until their pages are removed too. digest covers the other columns, but for
-- retired, and all pages.
CREATE TABLE block (
    id BIGINT PRIMARY KEY,
    level SMALLINT NOT NULL,
    first_place BIGINT NOT NULL,
    last_place BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    digest ${bytes} NOT NULL,
    retired BOOLEAN NOT NULL
);

-- For each term in order, which of a block's entries have it. A page begins with its term; a block's first page with 0.
CREATE TABLE block_page (
    block BIGINT NOT NULL,
    term BIGINT NOT NULL,
    postings ${bytes} NOT NULL,
    PRIMARY KEY (block, term)
);
${uncompressed}
