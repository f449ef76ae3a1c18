// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts.h"

namespace twinbook::fuzz {

namespace {

//! A single pass with a stack of the open containers; never fails, whatever the text is.
class Scan
{
public:
    explicit Scan(const QByteArray &text)
        : m_text(text)
    { }

    Parts parts()
    {
        for (qsizetype i = 0; i < m_text.size();)
            i = step(i);
        return std::move(m_parts);
    }

private:
    struct Open
    {
        qsizetype begin = 0;
        Span key {};
    };

    qsizetype step(qsizetype at)
    {
        switch (m_text.at(at)) {
        case '{':
        case '[':
            m_open.append({at, m_key});
            m_key = {};
            return at + 1;
        case '}':
        case ']':
            if (!m_open.isEmpty()) {
                const Open open = m_open.takeLast();
                m_key = open.key;
                take({open.begin, at + 1});
            }
            return at + 1;
        case '"':
            return text(at);
        case ',':
        case ':':
        case ' ':
        case '\n':
        case '\r':
            return at + 1;
        default:
            return bare(at);
        }
    }

    qsizetype text(qsizetype at)
    {
        qsizetype end = at + 1;
        while (end < m_text.size() && m_text.at(end) != '"')
            end += m_text.at(end) == '\\' ? 2 : 1;
        end = qMin(end + 1, m_text.size());
        if (end < m_text.size() && m_text.at(end) == ':') {
            m_key = {at, end};
            m_parts.keys.append(m_key);
        } else {
            take({at, end});
        }
        return end;
    }

    //! A number, true, false or null; outside of containers just text.
    qsizetype bare(qsizetype at)
    {
        qsizetype end = at + 1;
        while (end < m_text.size() && !QByteArrayView("{}[]\",: \r\n").contains(m_text.at(end)))
            ++end;
        if (!m_open.isEmpty())
            take({at, end});
        return end;
    }

    void take(Span value)
    {
        m_parts.values.append(value);
        if (m_key.end > 0)
            m_parts.members.append({m_key.begin, value.end});
        m_key = {};
    }

    const QByteArray &m_text;
    Parts m_parts;
    QList<Open> m_open;
    Span m_key;
};

QList<Span> piecesOf(const QByteArray &text, char separator)
{
    QList<Span> pieces;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.indexOf(separator, begin);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        pieces.append({begin, end});
        begin = end;
    }
    return pieces;
}

} // namespace

Parts partsOf(const QByteArray &text)
{
    Parts parts = Scan(text).parts();
    parts.lines = piecesOf(text, '\n');
    if (parts.lines.size() < 2)
        parts.lines = piecesOf(text, ' ');
    return parts;
}

} // namespace twinbook::fuzz
