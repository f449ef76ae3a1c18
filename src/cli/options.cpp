// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Arguments)
};

} // namespace

Options::Options()
{
    for (const QString &flag :
         {u"json"_s, u"developer"_s, u"yes"_s, u"write"_s, u"failed"_s, u"csv"_s, u"browser"_s,
          u"preview"_s, u"history"_s, u"retry-failed"_s, u"new-only"_s, u"resume"_s,
          u"with-names"_s, u"help"_s, u"version"_s})
        m_parser.addOption(QCommandLineOption(flag));
    for (const QString &name : {u"data-dir"_s,
                                u"people"_s,
                                u"seed"_s,
                                u"officernd-csv"_s,
                                u"highlevel-csv"_s,
                                u"answer-candidates"_s,
                                u"officernd-port"_s,
                                u"highlevel-port"_s,
                                u"pace"_s,
                                u"url"_s,
                                u"identity-url"_s,
                                u"organization"_s,
                                u"client-id"_s,
                                u"location"_s,
                                u"pilot"_s,
                                u"tag"_s,
                                u"filter"_s,
                                u"person"_s,
                                u"use"_s,
                                u"service"_s,
                                u"set"_s,
                                u"body"_s,
                                u"control-port"_s,
                                u"without"_s,
                                u"out"_s,
                                u"test-account"_s,
                                u"quirks"_s,
                                u"last"_s,
                                u"since"_s,
                                u"redirect-page"_s,
                                u"authorize-url"_s,
                                u"days"_s,
                                u"certificate"_s})
        m_parser.addOption(QCommandLineOption(name, {}, name));
}

Result<> Options::parse(const QStringList &arguments)
{
    if (m_parser.parse(arguments))
        return {};
    return refused(m_parser.errorText());
}

Result<QString> Options::choice(const QString &name, const QString &usual,
                                const QString &other) const
{
    const QString given = text(name);
    if (!has(name) || given == usual)
        return usual;
    if (given == other)
        return other;
    return refused(Tr::tr("--%1 takes %2 or %3.").arg(name, usual, other));
}

Result<int> Options::number(const QString &name, int otherwise, int most) const
{
    if (!has(name))
        return otherwise;
    bool readable = false;
    const int number = text(name).toInt(&readable);
    if (readable && number >= 0 && number <= most)
        return number;
    return refused(Tr::tr("--%1 takes a whole number from 0 to %2.").arg(name).arg(most));
}

Failure refused(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = sentence + u' '
                              + Tr::tr("\"twinbookctl --help\" shows what can be asked."),
                          .detail = {}});
}

Context contextOf(const Options &options)
{
    QString directory = options.text(u"data-dir"_s);
    if (directory.isEmpty() && options.word(0) != "practice"_L1)
        directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return {directory,
            options.has(u"developer"_s) ? HostPolicy::AlsoLoopback : HostPolicy::ServiceOnly,
            Output(options.has(u"json"_s) ? Output::Format::Json : Output::Format::Text)};
}

} // namespace twinbook::cli
