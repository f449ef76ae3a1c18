// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contactshape.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

void setOrRemove(QJsonObject &object, const QString &member, const QString &value)
{
    if (value.isEmpty())
        object.remove(member);
    else
        object.insert(member, value);
}

} // namespace

QJsonObject withDerivedMembers(QJsonObject contact)
{
    const QString first = contact.value(u"firstName"_s).toString();
    const QString last = contact.value(u"lastName"_s).toString();
    const QString full = QString(first + u' ' + last).trimmed();
    setOrRemove(contact, u"name"_s, full);
    setOrRemove(contact, u"firstNameLowerCase"_s, first.toLower());
    setOrRemove(contact, u"lastNameLowerCase"_s, last.toLower());
    setOrRemove(contact, u"fullNameLowerCase"_s, full.toLower());
    setOrRemove(contact, u"emailLowerCase"_s, contact.value(u"email"_s).toString().toLower());
    return contact;
}

QJsonObject searchHit(const QJsonObject &contact)
{
    static constexpr std::array hidden {
        "firstName"_L1,      "lastName"_L1,     "name"_L1,        "fullNameLowerCase"_L1,
        "emailLowerCase"_L1, "address1"_L1,     "dndSettings"_L1, "inboundDndSettings"_L1,
        "attachments"_L1,    "lastActivity"_L1, "createdBy"_L1,   "lastUpdatedBy"_L1,
    };
    QJsonObject hit = contact;
    for (const QLatin1StringView member : hidden)
        hit.remove(member);
    setOrRemove(hit, u"contactName"_s, contact.value(u"fullNameLowerCase"_s).toString());
    setOrRemove(hit, u"address"_s, contact.value(u"address1"_s).toString());
    return hit;
}

QJsonObject createdShape(const QJsonObject &contact)
{
    QJsonObject created = contact;
    created.remove("name"_L1);
    const QDate birthday
        = QDate::fromString(contact.value(u"dateOfBirth"_s).toString(), Qt::ISODate);
    if (birthday.isValid()) {
        created.insert(u"dateOfBirth"_s,
                       QString(birthday.toString(Qt::ISODate) + "T00:00:00.000Z"_L1));
        created.insert(u"birthMonth"_s, birthday.month());
        created.insert(u"birthDay"_s, birthday.day());
    }
    created.insert(u"deleted"_s, false);
    created.insert(u"bounceEmail"_s, false);
    created.insert(u"unsubscribeEmail"_s, false);
    created.insert(u"offers"_s, QJsonArray());
    created.insert(u"products"_s, QJsonArray());
    return created;
}

std::optional<QDate> parsedBirthday(const QString &text)
{
    static const QRegularExpression yearFirst(u"^(\\d{4})([/\\-._])(\\d{1,2})\\2(\\d{1,2})$"_s);
    static const QRegularExpression yearLast(u"^(\\d{1,2})([/\\-._])(\\d{1,2})\\2(\\d{4})$"_s);
    QDate date;
    if (const auto match = yearFirst.match(text); match.hasMatch())
        date = QDate(match.captured(1).toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt());
    else if (const auto usual = yearLast.match(text); usual.hasMatch())
        date = QDate(usual.captured(4).toInt(), usual.captured(1).toInt(),
                     usual.captured(3).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace twinbook::sandbox::highlevel
