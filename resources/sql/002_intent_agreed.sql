-- SPDX-FileCopyrightText: 2026 The Twinbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What both sides hold of each mapping row once the write has gone through, in the form of
-- link.base. With it a write whose answer was lost still becomes the base.
ALTER TABLE intent ADD COLUMN agreed TEXT NOT NULL DEFAULT '{}';
