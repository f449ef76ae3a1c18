-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was foreseen of a run and what it took: requests to each service.
ALTER TABLE run ADD COLUMN foreseen_left INTEGER NOT NULL DEFAULT 0 CHECK (foreseen_left >= 0);
ALTER TABLE run ADD COLUMN foreseen_right INTEGER NOT NULL DEFAULT 0 CHECK (foreseen_right >= 0);
ALTER TABLE run ADD COLUMN sent_left INTEGER NOT NULL DEFAULT 0 CHECK (sent_left >= 0);
ALTER TABLE run ADD COLUMN sent_right INTEGER NOT NULL DEFAULT 0 CHECK (sent_right >= 0);
-- People who waited because the run was for others only.
ALTER TABLE run ADD COLUMN outside INTEGER NOT NULL DEFAULT 0 CHECK (outside >= 0);

-- People whom a run could not write and no later run has written. Either id may be empty.
CREATE TABLE failed_person (
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    why TEXT NOT NULL,
    PRIMARY KEY (left_id, right_id),
    CHECK (left_id <> '' OR right_id <> '')
) STRICT, WITHOUT ROWID;
