-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Writing requests that a person composed and sent, recorded before they leave. No part of any
-- run, because a run says what a synchronization did. Their content is not kept: what somebody
-- types freely may hold a secret.
CREATE TABLE sent_request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    side TEXT NOT NULL CHECK (side IN ('officernd', 'highlevel')),
    operation TEXT NOT NULL CHECK (operation <> ''),
    line TEXT NOT NULL CHECK (line <> ''),          -- method and address
    intended_ms INTEGER NOT NULL,
    -- 'intended' after the program ended: nobody knows.
    state TEXT NOT NULL CHECK (state IN ('intended', 'answered', 'not-sent', 'unknown')),
    status INTEGER,                                 -- of the answer
    outcome_ms INTEGER,
    error TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'answered') = (status IS NOT NULL))
) STRICT;
