// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

//! What a service calls a person must not move the cursor or colour the terminal.
QString printable(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; },
        QChar(QChar::ReplacementCharacter));
    return text;
}

void print(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

Output::Output(Format format)
    : m_format(format)
{ }

void Output::line(const QString &text) const
{
    if (m_format == Format::Text)
        print(stdout, printable(text).toUtf8());
}

void Output::object(const QJsonObject &result) const
{
    if (m_format == Format::Json)
        print(stdout, QJsonDocument(result).toJson(QJsonDocument::Compact));
}

void Output::aside(const QString &text)
{
    print(stderr, printable(text).toUtf8());
}

void Output::error(const Error &error) const
{
    if (m_format == Format::Json) {
        object({{u"error"_s,
                 QJsonObject {{u"kind"_s, errorKindName(error.kind)},
                              {u"message"_s, error.message},
                              {u"details"_s, error.detail}}}});
        return;
    }
    print(stderr, printable(error.message).toUtf8());
    if (!error.detail.isEmpty())
        print(stderr, printable(u"Details: "_s + error.detail).toUtf8());
}

} // namespace twinbook::cli
