// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>

namespace twinbook::highlevel {

struct FieldOption
{
    QString key;
    QString label;
};

//! A field of companies or of an object the customer invented; fields of people are
//! CustomFieldDefinition (highlevel.md 2.6).
struct ObjectField
{
    CustomFieldId id;
    Text name;
    Text objectKey; //!< "business", "custom_object.pet"
    Text fieldKey; //!< "custom_object.pet.name"
    Text dataType;
    Text description;
    std::optional<FolderId> folder;
    QList<FieldOption> options;
    QJsonObject whole; //!< as it was told
};

struct FieldFolder
{
    FolderId id;
    Text name;
    Text objectKey;
};

struct ObjectFieldList
{
    QList<ObjectField> fields;
    QList<FieldFolder> folders;
};

enum class InForms : quint8 { Hidden, Shown };

struct ObjectFieldDraft
{
    QString name;
    InForms forms = InForms::Hidden;
    Text description {};
    Text placeholder {};
    std::optional<QList<FieldOption>> options {};
};

//! What a new field needs and a change may not have.
struct ObjectFieldPlace
{
    QString objectKey;
    QString fieldKey;
    QString dataType;
    FolderId folder;
};

//! Never deletes a field or a folder: the values would go with them.
class ObjectFields final : public Resource
{
public:
    using Resource::Resource;

    [[nodiscard]] Pending<ObjectField> get(const CustomFieldId &field) const;
    [[nodiscard]] Pending<ObjectFieldList> list(const QString &objectKey) const;
    [[nodiscard]] Pending<ObjectField> create(const ObjectFieldDraft &draft,
                                              const ObjectFieldPlace &place) const;
    [[nodiscard]] Pending<ObjectField> update(const CustomFieldId &field,
                                              const ObjectFieldDraft &draft) const;
    [[nodiscard]] Pending<FieldFolder> createFolder(const QString &objectKey,
                                                    const QString &name) const;
    [[nodiscard]] Pending<FieldFolder> renameFolder(const FolderId &folder,
                                                    const QString &name) const;
};

} // namespace twinbook::highlevel
