// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/valuejson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr auto apart = "apart"_L1;

} // namespace

QString compactJson(const QJsonDocument &document)
{
    // Qt's parser drops this one sign where a text begins with it, unless it is escaped. Outside of
    // texts JSON has none.
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact))
        .replace(QChar::ByteOrderMark, u"\\ufeff"_s);
}

QString valueToText(const FieldValue &value)
{
    return compactJson(QJsonDocument(QJsonArray {value.toJson()}));
}

FieldValue valueFromText(const QString &text)
{
    return FieldValue::fromJson(QJsonDocument::fromJson(text.toUtf8()).array().at(0));
}

QString fieldsToText(const FieldMap &fields)
{
    QJsonObject object;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        object.insert(it.key(), it.value().toJson());
    return compactJson(QJsonDocument(object));
}

std::optional<FieldMap> fieldsFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    FieldMap fields;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) // sorted, so each lands at the end
        fields.insert(fields.cend(), it.key(), FieldValue::fromJson(it.value()));
    return fields;
}

QJsonArray pairToJson(const AgreedPair &pair)
{
    if (pair.left == pair.right)
        return {pair.left.toJson()};
    QJsonArray array {pair.left.toJson(), pair.right.toJson()};
    if (pair.standing == AgreedPair::Standing::LeftApart)
        array.append(apart);
    return array;
}

AgreedPair pairFromJson(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    if (array.isEmpty())
        return {};
    FieldValue left = FieldValue::fromJson(array.at(0));
    FieldValue right = array.size() == 1 ? left : FieldValue::fromJson(array.at(1));
    return {AgreedPair::Known::Yes, std::move(left), std::move(right),
            array.at(2) == apart ? AgreedPair::Standing::LeftApart : AgreedPair::Standing::Agreed};
}

QString writesToText(const FieldWrites &writes)
{
    QJsonArray array;
    for (const FieldWrite &write : writes)
        array.append(QJsonArray {write.key, write.value.toJson()});
    return compactJson(QJsonDocument(array));
}

std::optional<FieldWrites> writesFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    FieldWrites writes;
    const QJsonArray array = document.array();
    for (const QJsonValue &element : array) {
        const QJsonArray pair = element.toArray();
        if (pair.size() != 2)
            return std::nullopt;
        writes.append({pair.at(0).toString(), FieldValue::fromJson(pair.at(1))});
    }
    return writes;
}

} // namespace twinbook
