// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/settings.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook {

QString highLevelSecretKey(const QString &locationId)
{
    return "highlevel/"_L1 + locationId + "/private-token"_L1;
}

Result<QString> locationId(const QString &pasted)
{
    static const QRegularExpression inAddress(u"/location/([A-Za-z0-9_-]+)"_s);
    static const QRegularExpression alone(u"^[A-Za-z0-9_-]{8,64}$"_s);

    QString text = pasted.trimmed();
    if (const auto match = inAddress.match(text); match.hasMatch())
        text = match.captured(1);
    if (!alone.match(text).hasMatch()) {
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "highlevel",
                "Enter the Location ID of your sub-account. It stands in HighLevel under Settings, "
                "Business Profile, and in the address of every page after “location/”."),
            .detail = {}});
    }
    return text;
}

} // namespace twinbook
