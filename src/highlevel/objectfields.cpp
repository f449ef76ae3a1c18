// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/objectfields.h"

#include "highlevel/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<FieldOption>
{
    static constexpr std::tuple members {member("key"_L1, &FieldOption::key),
                                         member("label"_L1, &FieldOption::label)};
};

template<>
struct Shape<ObjectField>
{
    using F = ObjectField;
    static constexpr std::tuple members {
        required("id"_L1, &F::id),
        member("name"_L1, &F::name),
        member("objectKey"_L1, &F::objectKey),
        member("fieldKey"_L1, &F::fieldKey),
        member("dataType"_L1, &F::dataType),
        member("description"_L1, &F::description),
        member("parentId"_L1, &F::folder),
        member("options"_L1, &F::options),
    };
};

template<>
struct Shape<FieldFolder>
{
    static constexpr std::tuple members {required("id"_L1, &FieldFolder::id),
                                         member("name"_L1, &FieldFolder::name),
                                         member("objectKey"_L1, &FieldFolder::objectKey)};
};

template<>
struct Shape<ObjectFieldList>
{
    static constexpr std::tuple members {member("fields"_L1, &ObjectFieldList::fields),
                                         member("folders"_L1, &ObjectFieldList::folders)};
};

template<>
struct Shape<ObjectFieldDraft>
{
    using D = ObjectFieldDraft;
    static constexpr std::tuple members {
        member("name"_L1, &D::name), member("description"_L1, &D::description),
        member("placeholder"_L1, &D::placeholder), member("options"_L1, &D::options)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint getField {Get, "custom-fields/{id}"_L1, scopes::customFieldsRead,
                             Subject::Field};
constexpr Endpoint listFields {Get, "custom-fields/object-key/{objectKey}"_L1,
                               scopes::customFieldsRead, Subject::Field};
constexpr Endpoint createField {Post, "custom-fields/"_L1, scopes::customFieldsWrite,
                                Subject::Field, Repetition::Unsafe};
constexpr Endpoint updateField {Put, "custom-fields/{id}"_L1, scopes::customFieldsWrite,
                                Subject::Field};
constexpr Endpoint createFolderOf {Post, "custom-fields/folder"_L1, scopes::customFieldsWrite,
                                   Subject::Field, Repetition::Unsafe};
constexpr Endpoint updateFolder {Put, "custom-fields/folder/{id}"_L1, scopes::customFieldsWrite,
                                 Subject::Field};

constexpr auto fieldMember = "field"_L1;

QString namelessSentence()
{
    return QCoreApplication::translate("highlevel", "A custom field or value needs a name.");
}

QJsonObject fieldBody(const ObjectFieldDraft &draft, const QString &location,
                      const QuirkSet &quirks)
{
    QJsonObject body = toWire(draft, quirks);
    body.insert("locationId"_L1, location);
    body.insert("showInForms"_L1, draft.forms == InForms::Shown);
    return body;
}

} // namespace

Pending<ObjectField> ObjectFields::get(const CustomFieldId &field) const
{
    return Operation(account(), getField, {field.text()}).one<ObjectField>(fieldMember);
}

Pending<ObjectFieldList> ObjectFields::list(const QString &objectKey) const
{
    return Operation(account(), listFields, {objectKey})
        .where(u"locationId"_s, location())
        .whole<ObjectFieldList>();
}

Pending<ObjectField> ObjectFields::create(const ObjectFieldDraft &draft,
                                          const ObjectFieldPlace &place) const
{
    QJsonObject body = fieldBody(draft, location(), quirks());
    body.insert("objectKey"_L1, place.objectKey);
    body.insert("fieldKey"_L1, place.fieldKey);
    body.insert("dataType"_L1, place.dataType);
    body.insert("parentId"_L1, place.folder.text());
    return Operation(account(), createField)
        .require(!draft.name.trimmed().isEmpty(), namelessSentence())
        .requireId(place.objectKey)
        .requireId(place.fieldKey)
        .requireId(place.dataType)
        .requireId(place.folder.text())
        .body(body)
        .one<ObjectField>(fieldMember);
}

Pending<ObjectField> ObjectFields::update(const CustomFieldId &field,
                                          const ObjectFieldDraft &draft) const
{
    return Operation(account(), updateField, {field.text()})
        .require(!draft.name.trimmed().isEmpty(), namelessSentence())
        .body(fieldBody(draft, location(), quirks()))
        .one<ObjectField>(fieldMember);
}

Pending<FieldFolder> ObjectFields::createFolder(const QString &objectKey, const QString &name) const
{
    return Operation(account(), createFolderOf)
        .require(!name.trimmed().isEmpty(), namelessSentence())
        .requireId(objectKey)
        .body({{u"objectKey"_s, objectKey}, {u"name"_s, name}, {u"locationId"_s, location()}})
        .whole<FieldFolder>();
}

Pending<FieldFolder> ObjectFields::renameFolder(const FolderId &folder, const QString &name) const
{
    return Operation(account(), updateFolder, {folder.text()})
        .require(!name.trimmed().isEmpty(), namelessSentence())
        .body({{u"name"_s, name}, {u"locationId"_s, location()}})
        .whole<FieldFolder>();
}

} // namespace twinbook::highlevel
