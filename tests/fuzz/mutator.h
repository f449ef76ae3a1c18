// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chance.h"
#include "parts.h"

#include <QByteArray>
#include <QList>

namespace twinbook::fuzz {

//! Makes hostile text out of good text: JSON members that are missing, twice, renamed or of another
//! type, numbers and texts that break naive code, and below that single bytes. The same seed and
//! index give the same text.
class Mutator
{
public:
    //! `seeds` must not be empty.
    explicit Mutator(const QList<QByteArray> &seeds);

    [[nodiscard]] QByteArray text(quint64 seed, quint64 index) const;

private:
    struct Source
    {
        QByteArray text;
        Parts parts;
    };

    struct Edit
    {
        Span part;
        QByteArray replacement;
    };

    [[nodiscard]] QByteArray rare(const Source &source, Chance &chance) const;
    [[nodiscard]] QByteArray changed(const Source &source, Chance &chance) const;
    [[nodiscard]] Edit edit(const Source &source, Chance &chance) const;
    [[nodiscard]] Edit memberEdit(const Source &source, Chance &chance) const;
    [[nodiscard]] Edit valueEdit(const Source &source, Chance &chance) const;
    [[nodiscard]] Edit pieceEdit(const Source &source, Chance &chance) const;

    QList<Source> m_sources;
    QList<QByteArray> m_keys;
};

} // namespace twinbook::fuzz
