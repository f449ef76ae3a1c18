// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

#include <QCommandLineParser>

namespace twinbook::cli {

//! Everything any command takes; each command looks at its own.
class Options
{
public:
    Options();

    //! InvalidInput with a sentence for an option that no command takes.
    [[nodiscard]] Result<> parse(const QStringList &arguments);

    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    //! Of an option that can be given several times.
    [[nodiscard]] QStringList texts(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] QString word(qsizetype index) const
    {
        return m_parser.positionalArguments().value(index);
    }
    [[nodiscard]] qsizetype words() const { return m_parser.positionalArguments().size(); }

    //! One of the two words it takes, or the first if it was not given.
    [[nodiscard]] Result<QString> choice(const QString &name, const QString &usual,
                                         const QString &other) const;
    //! A whole number from 0 to `most`, or `otherwise` if it was not given.
    [[nodiscard]] Result<int> number(const QString &name, int otherwise, int most) const;

private:
    QCommandLineParser m_parser;
};

//! InvalidInput: the sentence, and where to read what can be asked.
[[nodiscard]] Failure refused(const QString &sentence);

//! What every command needs besides its own options.
[[nodiscard]] Context contextOf(const Options &options);

} // namespace twinbook::cli
