// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace twinbook::simulation {

//! What happened in a history, in order: always its hash, the words only where they are wanted.
class Trace
{
public:
    enum class Words : quint8 { Forgotten, Kept };
    explicit Trace(Words words)
        : m_words(words)
    { }

    void add(const QString &line)
    {
        for (const QChar c : line)
            m_hash = (m_hash ^ c.unicode()) * 1099511628211ULL; // FNV-1a
        m_hash = (m_hash ^ u'\n') * 1099511628211ULL;
        if (m_words == Words::Kept)
            m_lines.append(line);
    }
    [[nodiscard]] quint64 hash() const { return m_hash; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    Words m_words;
    quint64 m_hash = 14695981039346656037ULL;
    QStringList m_lines;
};

} // namespace twinbook::simulation
