// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/customfields.h"

#include "highlevel/endpoints.h"
#include "highlevel/operation.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<CustomFieldDefinition>
{
    using F = CustomFieldDefinition;
    static constexpr std::tuple members {
        required("id"_L1, &F::id),
        member("name"_L1, &F::name),
        member("fieldKey"_L1, &F::fieldKey),
        member("placeholder"_L1, &F::placeholder),
        member("dataType"_L1, &F::dataType),
        member("model"_L1, &F::model),
        member("picklistOptions"_L1, &F::options),
        member("position"_L1, &F::position),
    };
};

template<>
struct Shape<CustomFieldDraft>
{
    static constexpr std::tuple members {member("name"_L1, &CustomFieldDraft::name),
                                         member("placeholder"_L1, &CustomFieldDraft::placeholder),
                                         member("position"_L1, &CustomFieldDraft::position)};
};

template<>
struct Shape<CustomValue>
{
    static constexpr std::tuple members {
        required("id"_L1, &CustomValue::id), member("name"_L1, &CustomValue::name),
        member("fieldKey"_L1, &CustomValue::fieldKey), member("value"_L1, &CustomValue::value)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint getField {Get, "locations/{locationId}/customFields/{id}"_L1,
                             scopes::customFieldsRead, Subject::Field};
constexpr Endpoint createField {Post, "locations/{locationId}/customFields"_L1,
                                scopes::customFieldsWrite, Subject::Account, Repetition::Unsafe};
constexpr Endpoint updateField {Put, "locations/{locationId}/customFields/{id}"_L1,
                                scopes::customFieldsWrite, Subject::Field};
constexpr Endpoint uploadFiles {Post, "locations/{locationId}/customFields/upload"_L1,
                                scopes::customFieldsWrite, Subject::Field, Repetition::Unsafe};
constexpr Endpoint listCustomValues {Get, "locations/{locationId}/customValues"_L1,
                                     scopes::customValuesRead, Subject::Account};
constexpr Endpoint getCustomValue {Get, "locations/{locationId}/customValues/{id}"_L1,
                                   scopes::customValuesRead, Subject::Field};
constexpr Endpoint createCustomValue {Post, "locations/{locationId}/customValues"_L1,
                                      scopes::customValuesWrite, Subject::Account,
                                      Repetition::Unsafe};
constexpr Endpoint updateCustomValue {Put, "locations/{locationId}/customValues/{id}"_L1,
                                      scopes::customValuesWrite, Subject::Field};
constexpr Endpoint deleteCustomValue {Delete, "locations/{locationId}/customValues/{id}"_L1,
                                      scopes::customValuesWrite, Subject::Field};

constexpr auto fieldMember = "customField"_L1;
constexpr auto valueMember = "customValue"_L1;

QString modelName(FieldModel model)
{
    switch (model) {
    case FieldModel::Contact:
        return u"contact"_s;
    case FieldModel::Opportunity:
        return u"opportunity"_s;
    case FieldModel::All:
        return u"all"_s;
    }
    Q_UNREACHABLE();
}

Operation &requireName(Operation &operation, const QString &name)
{
    return operation.require(
        !name.trimmed().isEmpty(),
        QCoreApplication::translate("highlevel", "A custom field or value needs a name."));
}

QJsonObject fieldBody(const CustomFieldDraft &draft, const QuirkSet &quirks)
{
    QJsonObject body = toWire(draft, quirks);
    if (draft.model != FieldModel::All)
        body.insert("model"_L1, modelName(draft.model));
    return body;
}

//! A name inside a quoted header value.
QByteArray quoted(const QString &name)
{
    return name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
}

QByteArray formPart(const QByteArray &boundary, const QByteArray &headers, const QByteArray &bytes)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + headers + "\r\n\r\n" + bytes
        + "\r\n";
}

//! Two header lines made of one could be told apart by nobody.
bool isHeaderValue(const QByteArray &value)
{
    return !value.isEmpty() && !value.contains('\r') && !value.contains('\n');
}

QMap<QString, QUrl> readUploaded(const QJsonObject &reply, Reading &reading)
{
    const auto files = readOne<QJsonObject>(reply, "uploadedFiles"_L1, {}, reading);
    QMap<QString, QUrl> addresses;
    for (auto file = files.begin(); file != files.end(); ++file)
        addresses.insert(file.key(), QUrl(file.value().toString(), QUrl::StrictMode));
    return addresses;
}

} // namespace

Pending<QList<CustomFieldDefinition>> CustomFields::list(FieldModel model) const
{
    return Operation(account(), endpoints::listCustomFields, {location()})
        .where(u"model"_s, modelName(model))
        .one<QList<CustomFieldDefinition>>("customFields"_L1);
}

Pending<CustomFieldDefinition> CustomFields::get(const CustomFieldId &field) const
{
    return Operation(account(), getField, {location(), field.text()})
        .one<CustomFieldDefinition>(fieldMember);
}

Pending<CustomFieldDefinition> CustomFields::create(const CustomFieldDraft &draft) const
{
    QJsonObject body = fieldBody(draft, quirks());
    body.insert("dataType"_L1, draft.dataType);
    Operation operation(account(), createField, {location()});
    return requireName(operation, draft.name)
        .require(
            !draft.dataType.isEmpty() && draft.model != FieldModel::All,
            QCoreApplication::translate("highlevel",
                                        "A custom field is of one type and belongs to people or to "
                                        "opportunities."))
        .body(body)
        .one<CustomFieldDefinition>(fieldMember);
}

Pending<CustomFieldDefinition> CustomFields::update(const CustomFieldId &field,
                                                    const CustomFieldDraft &draft) const
{
    Operation operation(account(), updateField, {location(), field.text()});
    return requireName(operation, draft.name)
        .body(fieldBody(draft, quirks()))
        .one<CustomFieldDefinition>(fieldMember);
}

Pending<QMap<QString, QUrl>> CustomFields::upload(const CustomFieldId &field,
                                                  const QList<FieldFile> &files) const
{
    const QByteArray boundary = "twinbook-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QByteArray form = formPart(boundary, "name=\"id\"", field.text().toUtf8());
    form += formPart(boundary, "name=\"maxFiles\"", QByteArray::number(files.size()));
    for (const FieldFile &file : files) {
        form += formPart(boundary,
                         "name=\"" + quoted(file.name) + "\"; filename=\"" + quoted(file.name)
                             + "\"\r\nContent-Type: " + file.contentType,
                         file.bytes);
    }
    form += "--" + boundary + "--\r\n";
    const bool usable = std::all_of(files.cbegin(), files.cend(), [](const FieldFile &file) {
        return !file.name.isEmpty() && isHeaderValue(file.contentType);
    });
    return Operation(account(), uploadFiles, {location()})
        .requireId(field.text())
        .require(
            !files.isEmpty() && usable,
            QCoreApplication::translate("highlevel", "Choose files with a name and a known type."))
        .content("multipart/form-data; boundary=" + boundary, form)
        .as<QMap<QString, QUrl>>(readUploaded);
}

Pending<QList<CustomValue>> CustomFields::listValues() const
{
    return Operation(account(), listCustomValues, {location()})
        .one<QList<CustomValue>>("customValues"_L1);
}

Pending<CustomValue> CustomFields::getValue(const CustomValueId &value) const
{
    return Operation(account(), getCustomValue, {location(), value.text()})
        .one<CustomValue>(valueMember);
}

Pending<CustomValue> CustomFields::createValue(const QString &name, const QString &value) const
{
    Operation operation(account(), createCustomValue, {location()});
    return requireName(operation, name)
        .body({{u"name"_s, name}, {u"value"_s, value}})
        .one<CustomValue>(valueMember);
}

Pending<CustomValue> CustomFields::updateValue(const CustomValueId &id, const QString &name,
                                               const QString &value) const
{
    Operation operation(account(), updateCustomValue, {location(), id.text()});
    return requireName(operation, name)
        .body({{u"name"_s, name}, {u"value"_s, value}})
        .one<CustomValue>(valueMember);
}

Pending<> CustomFields::removeValue(const CustomValueId &value) const
{
    return Operation(account(), deleteCustomValue, {location(), value.text()}).confirmed();
}

} // namespace twinbook::highlevel
