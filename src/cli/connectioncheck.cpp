// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/connectioncheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::cli::ConnectCommand)
};

} // namespace

HighLevelSettings highLevelSettings(HostPolicy hosts, const QUrl &url)
{
    HighLevelSettings settings;
    settings.hosts = hosts;
    if (!url.isEmpty())
        settings.apiUrl = url;
    return settings;
}

OfficeRnDSettings officeRnDSettings(HostPolicy hosts, const QUrl &url, const QUrl &identityUrl)
{
    OfficeRnDSettings settings;
    settings.hosts = hosts;
    if (!url.isEmpty()) {
        // A bare host is what people know; the path below it is the vendor's (officernd.md 0).
        settings.apiUrl = url;
        if (settings.apiUrl.path().isEmpty() || settings.apiUrl.path() == "/"_L1)
            settings.apiUrl.setPath(u"/api/v2"_s);
    }
    if (!identityUrl.isEmpty())
        settings.identityUrl = identityUrl;
    return settings;
}

void tellConnection(Side side, const ConnectionReport &report, const Output &output)
{
    output.line(Tr::tr("Signed in to \"%1\".").arg(report.accountName));
    output.line(Tr::tr("Can read %n people.", nullptr, report.peopleCount));
    switch (report.writing) {
    case ConnectionReport::Writing::Allowed:
        output.line(Tr::tr("Can change people."));
        break;
    case ConnectionReport::Writing::NotAllowed:
        output.line(Tr::tr("Cannot change people."));
        break;
    case ConnectionReport::Writing::Unknown:
        output.line(Tr::tr("Whether people can be changed shows with the first change."));
        break;
    }
    output.object({{u"service"_s, serviceKey(side)},
                   {u"account"_s, report.accountName},
                   {u"people"_s, report.peopleCount}});
}

} // namespace twinbook::cli
