// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QJsonObject>
#include <QString>

namespace twinbook::cli {

//! Where a command says what it did: lines for people, or exactly one JSON object for programs.
//! Control characters in names are shown as such and never sent to a terminal.
class Output
{
public:
    enum class Format : quint8 { Text, Json };
    explicit Output(Format format);

    [[nodiscard]] Format format() const { return m_format; }
    //! A line for people; nothing in JSON format.
    void line(const QString &text) const;
    //! The result for programs; nothing in text format.
    void object(const QJsonObject &result) const;
    //! A line for the person at the terminal while a command waits, in either format, on standard
    //! error.
    static void aside(const QString &text);
    //! A sentence on standard error, or {"error": ...} on standard output.
    void error(const Error &error) const;

private:
    Format m_format;
};

} // namespace twinbook::cli
