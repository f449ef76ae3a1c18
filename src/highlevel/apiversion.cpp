// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/apiversion.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

struct GroupVersion
{
    QLatin1StringView group; //!< first segment of the path
    const char *dated;
};

//! The groups that are not at `usualVersion`.
constexpr std::array groupVersions {GroupVersion {"calendars"_L1, "2021-04-15"},
                                    GroupVersion {"conversations"_L1, "2021-04-15"}};
constexpr auto usualVersion = "2021-07-28";

} // namespace

QByteArray versionHeader(const QString &path, ApiVersion version)
{
    if (version == ApiVersion::V3)
        return "v3"_ba;
    const QString group = path.section(u'/', 0, 0, QString::SectionSkipEmpty);
    const auto own = std::find_if(groupVersions.begin(), groupVersions.end(),
                                  [&](const GroupVersion &row) { return row.group == group; });
    return own == groupVersions.end() ? QByteArray(usualVersion) : QByteArray(own->dated);
}

} // namespace twinbook::highlevel
