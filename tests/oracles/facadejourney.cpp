// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "facadejourney.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::test {

QSet<QString> offeredIn(const QStringList &headers)
{
    // A class of the header, or a method of it that returns a job under one of its names.
    static const QRegularExpression spot(
        u"^class (\\w+) final|"
        "\\[\\[nodiscard\\]\\] (?:Pending<|ListJob<|std::unique_ptr<\\w*Job\\b)[^;{(]*? (\\w+)\\("_s,
        QRegularExpression::MultilineOption);
    QSet<QString> offered;
    for (const QString &header : headers) {
        QFile file(QStringLiteral(TWINBOOK_SOURCE_DIR "/src/") + header);
        if (!file.open(QFile::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        QString owner;
        auto spots = spot.globalMatch(QString::fromUtf8(file.readAll()));
        while (spots.hasNext()) {
            const auto found = spots.next();
            if (found.hasCaptured(1))
                owner = found.captured(1);
            else if (!owner.isEmpty())
                offered.insert(owner + u"::" + found.captured(2));
        }
    }
    return offered;
}

QString listed(const QSet<QString> &names)
{
    QStringList sorted(names.begin(), names.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted.join(u'\n');
}

} // namespace twinbook::test
