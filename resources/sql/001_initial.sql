-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Rules of these files: one number, one change; a released file is never edited. Statements end
-- with a semicolon, which appears nowhere else (neither in text nor in a body). The runner wraps
-- each file in one transaction and keeps the number of the last one in the database.
--
-- Sides are 'officernd' and 'highlevel'. Moments are milliseconds since 1970, UTC, by our clock
-- unless said otherwise. Field values are JSON: FieldValue::toJson() inside an array, so that
-- every stored text is a JSON document. What is standard SQL here stays standard: a shared store
-- on PostgreSQL needs the table options, AUTOINCREMENT and the search index replaced, and nothing
-- else.

-- The people of both services as last seen, in the services' own fields.
CREATE TABLE observation (
    side TEXT NOT NULL CHECK (side IN ('officernd', 'highlevel')),
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    modified_ms INTEGER,            -- the service's clock
    fidelity TEXT NOT NULL CHECK (fidelity IN ('complete', 'search-hit')),
    digest BLOB NOT NULL,           -- of the other columns, to find what has not changed
    fields TEXT NOT NULL,           -- JSON object: field key to value
    PRIMARY KEY (side, remote_id)
) STRICT, WITHOUT ROWID;            -- so that one side is read in one go

-- How many people the last look to the end found on each side. Kept apart from the rows above,
-- because these also change one by one.
CREATE TABLE last_look (
    side TEXT NOT NULL PRIMARY KEY CHECK (side IN ('officernd', 'highlevel')),
    people INTEGER NOT NULL CHECK (people >= 0)
) STRICT;

-- Pairs of records known to be one person. AUTOINCREMENT, so that a number never comes back.
CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    left_id TEXT NOT NULL UNIQUE CHECK (left_id <> ''),
    right_id TEXT NOT NULL UNIQUE CHECK (right_id <> ''),
    -- JSON object: id of the mapping row to the agreed pair, [left, right], or [both] if equal.
    base TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_by TEXT NOT NULL CHECK (started_by IN ('person', 'schedule', 'command-line')),
    ending TEXT NOT NULL
        CHECK (ending IN ('running', 'completed', 'stopped', 'failed', 'cut-off')),
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    created_left INTEGER NOT NULL DEFAULT 0 CHECK (created_left >= 0),
    created_right INTEGER NOT NULL DEFAULT 0 CHECK (created_right >= 0),
    updated_left INTEGER NOT NULL DEFAULT 0 CHECK (updated_left >= 0),
    updated_right INTEGER NOT NULL DEFAULT 0 CHECK (updated_right >= 0),
    linked INTEGER NOT NULL DEFAULT 0 CHECK (linked >= 0),
    needs_you INTEGER NOT NULL DEFAULT 0 CHECK (needs_you >= 0),
    failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    not_started INTEGER NOT NULL DEFAULT 0 CHECK (not_started >= 0),
    error TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX run_by_ending ON run (ending, id);

-- Every value a run changed.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run (id),
    at_ms INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('officernd', 'highlevel')),
    record_id TEXT NOT NULL CHECK (record_id <> ''),
    person TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field <> ''),
    before_value TEXT NOT NULL,
    after_value TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX change_by_run ON change (run, id);

-- Writes, recorded before they are sent.
CREATE TABLE intent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER REFERENCES run (id),
    side TEXT NOT NULL CHECK (side IN ('officernd', 'highlevel')),
    kind TEXT NOT NULL CHECK (kind IN ('create', 'update')),
    record_id TEXT NOT NULL,        -- empty for a creation whose record is not known yet
    counterpart_id TEXT NOT NULL,
    writes TEXT NOT NULL,           -- JSON array of [field key, value]
    intended_ms INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('intended', 'done', 'failed', 'unknown', 'settled')),
    outcome_ms INTEGER,
    error TEXT NOT NULL DEFAULT '',
    CHECK (kind = 'create' OR record_id <> ''),
    CHECK (kind = 'update' OR state <> 'done' OR record_id <> '')
) STRICT;

CREATE INDEX intent_unsettled ON intent (id) WHERE state IN ('intended', 'unknown');

-- Questions to people, known by their key, and the last answer to each.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('field-differs', 'same-person', 'gone', 'twin')),
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    field TEXT NOT NULL,
    asked TEXT NOT NULL CHECK (asked IN ('now', 'before')), -- by the last plan, or by an older one
    asked_ms INTEGER NOT NULL,
    left_value TEXT NOT NULL,
    right_value TEXT NOT NULL,
    base_value TEXT NOT NULL,
    person TEXT NOT NULL,
    why TEXT NOT NULL,
    score REAL NOT NULL,
    choice TEXT CHECK (choice IN ('use-left', 'use-right', 'use-value', 'same', 'different',
                                  'unlink', 'add-again')),
    chosen_value TEXT,
    seen_left TEXT,                 -- the answer holds for these values only
    seen_right TEXT,
    answered_ms INTEGER,
    UNIQUE (kind, left_id, right_id, field),
    CHECK ((choice IS NULL) = (answered_ms IS NULL)),
    CHECK ((choice IS NULL) = (seen_left IS NULL)),
    CHECK ((choice IS NULL) = (seen_right IS NULL)),
    CHECK ((choice IS NULL) = (chosen_value IS NULL))
) STRICT;

CREATE INDEX decision_asked_now ON decision (asked_ms, id) WHERE asked = 'now';

-- People to leave alone.
CREATE TABLE left_out (
    side TEXT NOT NULL CHECK (side IN ('officernd', 'highlevel')),
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    since_ms INTEGER NOT NULL,
    PRIMARY KEY (side, remote_id)
) STRICT;

-- The window's table of people, in the order of names: position counts from 1 without gaps, so
-- that any page is found at once and a search comes out sorted.
CREATE TABLE person_row (
    position INTEGER PRIMARY KEY,
    plan_key INTEGER NOT NULL UNIQUE,
    -- The order in which people want to see states: 0 failed, 1 needs you, 2 changed, 3 new,
    -- 4 link, 5 left out, 6 in sync.
    attention INTEGER NOT NULL CHECK (attention BETWEEN 0 AND 6),
    left_id TEXT NOT NULL,
    left_name TEXT NOT NULL,
    left_email TEXT NOT NULL,
    left_phone TEXT NOT NULL,
    left_company TEXT NOT NULL,
    right_id TEXT NOT NULL,
    right_name TEXT NOT NULL,
    right_email TEXT NOT NULL,
    right_phone TEXT NOT NULL,
    right_company TEXT NOT NULL,
    to_left INTEGER NOT NULL CHECK (to_left >= 0),
    to_right INTEGER NOT NULL CHECK (to_right >= 0),
    note TEXT NOT NULL,
    -- To find what has not changed: of everything the search index and the order depend on, and
    -- of the rest (empty once the row was changed by itself).
    words_digest BLOB NOT NULL,
    rest_digest BLOB NOT NULL
) STRICT;

CREATE INDEX person_row_by_attention ON person_row (attention, position);
-- Narrow, for skipping to a page of some states without reading the rows before it.
CREATE INDEX person_row_by_position ON person_row (position, attention);

-- Words of the table above, rowid = position. Contentless: the texts themselves are not kept twice.
CREATE VIRTUAL TABLE person_search USING fts5 (
    name, email, phone, company,
    content = '',
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Settings of the two connected accounts, one JSON object each. Never a secret.
CREATE TABLE setting (
    section TEXT NOT NULL PRIMARY KEY CHECK (section <> ''),
    content TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

-- Every field mapping that was ever saved. The newest is in force.
CREATE TABLE mapping (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    saved_ms INTEGER NOT NULL
) STRICT;

-- What each account offers, as last read.
CREATE TABLE account_schema (
    side TEXT NOT NULL PRIMARY KEY CHECK (side IN ('officernd', 'highlevel')),
    content TEXT NOT NULL,
    read_ms INTEGER NOT NULL
) STRICT;
