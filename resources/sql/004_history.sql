-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a run was: a synchronization, or the taking back of earlier changes.
ALTER TABLE run ADD COLUMN purpose TEXT NOT NULL DEFAULT 'sync' CHECK (purpose IN ('sync', 'undo'));
-- For an undo: the run whose changes were taken back.
ALTER TABLE run ADD COLUMN undone_run INTEGER;

ALTER TABLE change ADD COLUMN counterpart_id TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN write TEXT NOT NULL DEFAULT 'update'
    CHECK (write IN ('update', 'create'));
-- 'recovery': the answer to the write was lost and its result was found later.
ALTER TABLE change ADD COLUMN known_by TEXT NOT NULL DEFAULT 'answer'
    CHECK (known_by IN ('answer', 'recovery'));
-- JSON object: the service's own fields of this mapping row just before the write, so that they
-- can be put back exactly as they were. Empty for a creation and for rows of older versions.
ALTER TABLE change ADD COLUMN before_fields TEXT NOT NULL DEFAULT '{}';

CREATE INDEX change_by_record ON change (record_id, field, id);
CREATE INDEX change_by_counterpart ON change (counterpart_id, id);
CREATE INDEX change_by_moment ON change (at_ms);

-- Every pair of records that was linked or unlinked.
CREATE TABLE link_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run (id),
    at_ms INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('linked', 'unlinked')),
    left_id TEXT NOT NULL CHECK (left_id <> ''),
    right_id TEXT NOT NULL CHECK (right_id <> ''),
    person TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX link_change_by_run ON link_change (run, id);
CREATE INDEX link_change_by_moment ON link_change (at_ms);

-- JSON object: the history that a write will leave, so that one whose answer is lost is in it too.
ALTER TABLE intent ADD COLUMN history TEXT NOT NULL DEFAULT '{}';
