// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schemajson.h"

#include "store/names.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<FieldValue::Type, 6> typeNames {"absent"_L1, "text"_L1,    "list"_L1,
                                                "number"_L1, "boolean"_L1, "date"_L1};
constexpr Names<FieldAccess, 3> accessNames {"read-write"_L1, "read-only"_L1, "create-only"_L1};
constexpr Names<FieldNeed, 2> needNames {"optional"_L1, "required-to-create"_L1};
constexpr Names<FieldOrigin, 2> originNames {"standard"_L1, "custom"_L1};

QJsonObject toJson(const FieldSpec &field)
{
    return {{u"key"_s, field.key},
            {u"title"_s, field.title},
            {u"type"_s, typeNames.of(field.type)},
            {u"access"_s, accessNames.of(field.access)},
            {u"need"_s, needNames.of(field.need)},
            {u"origin"_s, originNames.of(field.origin)},
            {u"options"_s, QJsonArray::fromStringList(field.options)}};
}

FieldSpec fieldSpec(const QJsonObject &object)
{
    return {.key = object.value("key"_L1).toString(),
            .title = object.value("title"_L1).toString(),
            .type = typeNames.valueOf(object.value("type"_L1).toString()),
            .access = accessNames.valueOf(object.value("access"_L1).toString()),
            .need = needNames.valueOf(object.value("need"_L1).toString()),
            .origin = originNames.valueOf(object.value("origin"_L1).toString()),
            .options = FieldValue::fromJson(object.value("options"_L1)).list()};
}

} // namespace

QJsonObject schemaToJson(const ServiceSchema &schema)
{
    QJsonArray fields;
    for (const FieldSpec &field : schema.fields)
        fields.append(toJson(field));
    return {{u"accountName"_s, schema.accountName},
            {u"accountId"_s, schema.accountId},
            {u"country"_s, schema.country},
            {u"timeZone"_s, schema.timeZone},
            {u"fields"_s, fields}};
}

ServiceSchema schemaFromJson(const QJsonObject &object)
{
    ServiceSchema schema {.accountName = object.value("accountName"_L1).toString(),
                          .accountId = object.value("accountId"_L1).toString(),
                          .country = object.value("country"_L1).toString(),
                          .timeZone = object.value("timeZone"_L1).toString(),
                          .fields = {}};
    const QJsonArray fields = object.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields)
        schema.fields.append(fieldSpec(field.toObject()));
    return schema;
}

} // namespace twinbook
