// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QUrl>

namespace twinbook::highlevel {

enum class FieldModel : quint8 { Contact, Opportunity, All };

//! The definition of a custom field of people or opportunities (highlevel.md 2.6).
struct CustomFieldDefinition
{
    CustomFieldId id;
    Text name;
    Text fieldKey; //!< "contact.shirt_size"
    Text placeholder;
    Text dataType; //!< an open list; see customField() of schema.h
    Text model; //!< "contact" or "opportunity"
    QStringList options;
    std::optional<int> position;
    QJsonObject whole; //!< as it was told
};

//! Options of drop-down fields are not among it: the service is reported to drop them.
struct CustomFieldDraft
{
    QString name;
    QString dataType {QStringLiteral("TEXT")}; //!< not sent with a change
    Text placeholder {};
    std::optional<int> position {};
    FieldModel model = FieldModel::Contact;
};

//! A file for a field of type FILE_UPLOAD.
struct FieldFile
{
    QString name;
    QByteArray contentType; //!< "application/pdf"
    QByteArray bytes;
};

//! A value that templates refer to by its key.
struct CustomValue
{
    CustomValueId id;
    Text name;
    Text fieldKey; //!< "{{ custom_values.opening_hours }}"
    Text value;
};

//! Custom fields are never deleted by this program: their values would go with them.
class CustomFields final : public Resource
{
public:
    using Resource::Resource;

    [[nodiscard]] Pending<QList<CustomFieldDefinition>> list(FieldModel model
                                                             = FieldModel::Contact) const;
    [[nodiscard]] Pending<CustomFieldDefinition> get(const CustomFieldId &field) const;
    [[nodiscard]] Pending<CustomFieldDefinition> create(const CustomFieldDraft &draft) const;
    [[nodiscard]] Pending<CustomFieldDefinition> update(const CustomFieldId &field,
                                                        const CustomFieldDraft &draft) const;
    //! Stores files for a field. The result has their addresses by name, to be written as the
    //! field's value.
    [[nodiscard]] Pending<QMap<QString, QUrl>> upload(const CustomFieldId &field,
                                                      const QList<FieldFile> &files) const;

    [[nodiscard]] Pending<QList<CustomValue>> listValues() const;
    [[nodiscard]] Pending<CustomValue> getValue(const CustomValueId &value) const;
    [[nodiscard]] Pending<CustomValue> createValue(const QString &name, const QString &value) const;
    [[nodiscard]] Pending<CustomValue> updateValue(const CustomValueId &id, const QString &name,
                                                   const QString &value) const;
    [[nodiscard]] Pending<> removeValue(const CustomValueId &value) const;
};

} // namespace twinbook::highlevel
