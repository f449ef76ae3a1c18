// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/organization.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Failure unusable(const QString &message)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = message, .detail = {}});
}

//! The segment that names the organisation. The admin site and the API put words before it.
QString slugOfPath(const QString &path)
{
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    const qsizetype organizations = segments.indexOf("organizations"_L1);
    if (organizations >= 0)
        return segments.value(organizations + 1);
    if (!segments.isEmpty() && segments.constFirst() == "admin"_L1)
        segments.removeFirst();
    return segments.value(0);
}

bool looksLikeAddress(const QString &text)
{
    return text.contains(u'/') || text.contains("officernd.com"_L1, Qt::CaseInsensitive);
}

} // namespace

Result<QString> organizationSlug(const QString &pasted)
{
    QString text = pasted.trimmed();
    if (text.isEmpty()) {
        return unusable(QCoreApplication::translate(
            "officernd",
            "Enter the name of your organisation in OfficeRnD, or paste the address of any page of "
            "your OfficeRnD."));
    }
    if (looksLikeAddress(text)) {
        if (!text.contains("://"_L1))
            text.prepend("https://"_L1);
        const QUrl url(text, QUrl::StrictMode);
        const QString host = url.host().toLower();
        if (host != "officernd.com"_L1 && !host.endsWith(".officernd.com"_L1)) {
            return unusable(QCoreApplication::translate(
                "officernd",
                "This is not an OfficeRnD address. Open OfficeRnD in your browser and copy the "
                "address from there."));
        }
        text = slugOfPath(url.path());
    }
    static const QRegularExpression slug(u"^[a-z0-9][a-z0-9_-]{0,99}$"_s);
    text = text.toLower();
    if (!slug.match(text).hasMatch()) {
        return unusable(QCoreApplication::translate(
            "officernd",
            "The organisation could not be found in what you entered. Open OfficeRnD in your "
            "browser: it is the word after “admin/” in the address."));
    }
    return text;
}

} // namespace twinbook
