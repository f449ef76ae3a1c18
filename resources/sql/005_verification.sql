-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What every full comparison of both sides found, so that drift can be followed. Numbers and a
-- digest only, nothing about a person.
CREATE TABLE verification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    mapping_version INTEGER NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),   -- SHA-256 of the compared state, hex
    compared INTEGER NOT NULL CHECK (compared >= 0),    -- people known on both sides
    equal INTEGER NOT NULL CHECK (equal >= 0 AND equal <= compared),
    drifted INTEGER NOT NULL CHECK (drifted >= 0 AND drifted <= compared),
    accepted INTEGER NOT NULL CHECK (accepted >= 0),    -- differences
    questions INTEGER NOT NULL CHECK (questions >= 0),  -- differences and people
    only_left INTEGER NOT NULL CHECK (only_left >= 0),
    only_right INTEGER NOT NULL CHECK (only_right >= 0),
    missing INTEGER NOT NULL CHECK (missing >= 0)       -- of these, who should be on both sides
) STRICT;
