// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/timetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

QString shortTime(const QDateTime &moment)
{
    const QLocale locale;
    // Only the C locale writes seconds in its short format.
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s);
    return locale.toString(moment.toLocalTime().time(), format);
}

QString shortDateTime(const QDateTime &moment)
{
    const QDate day = moment.toLocalTime().date();
    return QCoreApplication::translate("twinbook::TimeText", "%1 %2", "day and time")
        .arg(QLocale().toString(day,
                                QCoreApplication::translate("twinbook::TimeText", "ddd d MMM",
                                                            "format of a day: Tue 3 Mar")),
             shortTime(moment));
}

} // namespace twinbook
