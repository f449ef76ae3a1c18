// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/agreement.h"

namespace twinbook {

//! What a text shows without being read: enough to know how alike another one can be at best.
struct Outline
{
    quint64 letters = 0; //!< kinds of letters met once (lower half) and twice (upper half)
    quint32 beginning = 0; //!< its first four characters, eight bits of each
    quint8 length = 0; //!< as far as jaroWinkler() looks
    quint8 more = 0; //!< letters beyond the second of their kind
};

[[nodiscard]] Outline outlineOf(QStringView text);

//! Never less than jaroWinkler() of the texts themselves.
[[nodiscard]] double likenessAtBest(const Outline &a, const Outline &b);

//! Somebody in a few bytes that lie together. Most people who share a key are not the same, and of
//! those no text needs to be fetched.
struct Glimpse
{
    PerAspect<quint32> marks; //!< of each text, 0 without one; different marks, different texts
    PerAspect<Outline> outlines; //!< of an e-mail only what is before the @
    quint64 digits = 0; //!< of the phone
    quint64 birthDigits = 0;
    quint64 postalDigits = 0;
    quint32 mailbox = 0; //!< mark of what is before the @
    quint32 fullFirst = 0; //!< mark of the full form of the first name
    quint32 name = 0; //!< mark of the letters of the whole name
    //! A word that stands alone may be the other's first or last name.
    bool hasSingleWord = false;
};

[[nodiscard]] Glimpse glimpseOf(const Sketch &sketch);

//! No agreement is less than in agreementsOf(), but for those that are Unknown there. For two of
//! whom neither hasSingleWord.
[[nodiscard]] Agreements atBest(const Glimpse &a, const Glimpse &b);

} // namespace twinbook
