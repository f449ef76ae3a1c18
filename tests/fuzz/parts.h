// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace twinbook::fuzz {

//! From `begin` to before `end`.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

//! Where the parts of a text are that can be exchanged as a whole. Finds JSON also within other
//! text, such as the body below the head of a reply.
struct Parts
{
    QList<Span> keys; //!< of JSON members, with quotes
    QList<Span> values; //!< of JSON members and elements; containers too
    QList<Span> members; //!< key, colon and value
    QList<Span> lines; //!< with their ends; of a text of one line, its words
};

[[nodiscard]] Parts partsOf(const QByteArray &text);

} // namespace twinbook::fuzz
