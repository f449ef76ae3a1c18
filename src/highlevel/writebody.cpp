// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/writebody.h"

#include "core/normalize.h"
#include "core/phone.h"
#include "highlevel/wire.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

constexpr auto customPrefix = "customFields."_L1;

constexpr std::array updatable {"firstName"_L1,  "lastName"_L1, "email"_L1,    "phone"_L1,
                                "address1"_L1,   "city"_L1,     "state"_L1,    "postalCode"_L1,
                                "country"_L1,    "website"_L1,  "timezone"_L1, "source"_L1,
                                "dateOfBirth"_L1};
constexpr std::array notNullable {"postalCode"_L1, "country"_L1};

template<class Names>
bool isAmong(const Names &names, const QString &key)
{
    return std::find(names.begin(), names.end(), key) != names.end();
}

QJsonValue wireValue(const FieldValue &value)
{
    switch (value.type()) {
    case FieldValue::Type::Absent:
        return QString();
    case FieldValue::Type::Text:
        return value.text();
    case FieldValue::Type::List:
        return QJsonArray::fromStringList(value.list());
    case FieldValue::Type::Number:
        return value.number();
    case FieldValue::Type::Boolean:
        return value.boolean();
    case FieldValue::Type::Date:
        return value.date().toString(Qt::ISODate);
    }
    Q_UNREACHABLE();
}

QJsonValue standardValue(const FieldKey &key, const FieldValue &value, const QuirkSet &quirks)
{
    if (!value.isEmpty())
        return wireValue(value);
    const Clearing clearing = isAmong(notNullable, key) ? Clearing::ByEmptyText : Clearing::ByNull;
    return clearedValue(clearing, quirks);
}

void insertPhone(WriteBody &target, const FieldValue &value, const QString &country,
                 const QuirkSet &quirks)
{
    if (value.isEmpty()) {
        target.body.insert("phone"_L1, clearedValue(Clearing::ByNull, quirks));
        return;
    }
    const QString e164 = phoneE164(value.text(), country);
    if (e164.isEmpty())
        ++target.unsendablePhones;
    else
        target.body.insert("phone"_L1, e164);
}

bool isSame(const FieldValue &a, const FieldValue &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty();
    if (a.type() == FieldValue::Type::List || b.type() == FieldValue::Type::List)
        return tagSetKey(a.list()) == tagSetKey(b.list());
    return simplifiedText(a.toText()) == simplifiedText(b.toText());
}

} // namespace

WriteBody updateBody(const FieldWrites &writes, const QString &country, const QuirkSet &quirks)
{
    WriteBody result;
    QJsonArray custom;
    const QString valueMember
        = quirks.holds(Quirk::CustomFieldShapesDiffer) ? u"field_value"_s : u"value"_s;
    for (const FieldWrite &write : writes) {
        if (write.key == "phone"_L1) {
            insertPhone(result, write.value, country, quirks);
        } else if (isAmong(updatable, write.key)) {
            result.body.insert(write.key, standardValue(write.key, write.value, quirks));
        } else if (write.key.startsWith(customPrefix)) {
            custom.append(QJsonObject {{u"id"_s, write.key.mid(customPrefix.size())},
                                       {valueMember, wireValue(write.value)}});
        }
    }
    if (!custom.isEmpty())
        result.body.insert("customFields"_L1, custom);
    return result;
}

WriteBody creationBody(const FieldWrites &writes, const QString &locationId, const QString &country,
                       const QuirkSet &quirks)
{
    FieldWrites given;
    std::copy_if(writes.cbegin(), writes.cend(), std::back_inserter(given),
                 [](const FieldWrite &write) { return !write.value.isEmpty(); });
    WriteBody result = updateBody(given, country, quirks);
    for (const FieldWrite &write : std::as_const(given)) {
        if (write.key == "companyName"_L1 || write.key == "tags"_L1)
            result.body.insert(write.key, wireValue(write.value));
    }
    result.body.insert("locationId"_L1, locationId);
    return result;
}

TagChanges tagChanges(const QStringList &wanted, const QStringList &present)
{
    const QStringList wantedKeys = tagSetKey(wanted);
    const QStringList presentKeys = tagSetKey(present);
    TagChanges changes;
    for (const QString &tag : wantedKeys) {
        if (!presentKeys.contains(tag))
            changes.add.append(tag);
    }
    for (const QString &tag : present) {
        if (!wantedKeys.contains(tagSetKey({tag}).value(0)))
            changes.remove.append(tag);
    }
    return changes;
}

QStringList droppedCustomFields(const FieldWrites &writes, const RemoteRecord &readBack)
{
    QStringList dropped;
    for (const FieldWrite &write : writes) {
        if (write.key.startsWith(customPrefix)
            && !isSame(write.value, readBack.fields.value(write.key)))
            dropped.append(write.key);
    }
    return dropped;
}

bool hasCustomFields(const FieldWrites &writes)
{
    return std::any_of(writes.cbegin(), writes.cend(),
                       [](const FieldWrite &write) { return write.key.startsWith(customPrefix); });
}

} // namespace twinbook::highlevel
