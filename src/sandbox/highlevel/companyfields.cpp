// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/companyfields.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

FieldRules editRules()
{
    return {
        {.name = u"locationId"_s},
        {.name = u"name"_s},
        {.name = u"description"_s},
        {.name = u"placeholder"_s},
        {.name = u"showInForms"_s, .kind = Kind::Boolean},
        {.name = u"options"_s, .kind = Kind::ObjectList},
        {.name = u"acceptedFormats"_s},
        {.name = u"maxFileLimit"_s, .kind = Kind::Number},
    };
}

bool isFolder(const QJsonObject &record)
{
    return record.value(u"documentType"_s) == "folder"_L1;
}

QJsonObject shown(QJsonObject record)
{
    record.remove("documentType"_L1);
    return record;
}

} // namespace

Operations CompanyFields::operations()
{
    const QString reading = u"locations/customFields.readonly"_s;
    const QString writing = u"locations/customFields.write"_s;
    const auto folder = [this](const Call &call) { return writeFolder(call); };
    const auto gone = [this](const Call &call) { return remove(call); };
    return {
        {"GET", u"/custom-fields/*"_s, reading, [this](const Call &call) { return get(call); }},
        {"GET", u"/custom-fields/object-key/*"_s, reading,
         [this](const Call &call) { return list(call); }},
        {"POST", u"/custom-fields"_s, writing, [this](const Call &call) { return create(call); }},
        {"PUT", u"/custom-fields/*"_s, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", u"/custom-fields/*"_s, writing, gone},
        {"POST", u"/custom-fields/folder"_s, writing, folder},
        {"PUT", u"/custom-fields/folder/*"_s, writing, folder},
        {"DELETE", u"/custom-fields/folder/*"_s, writing, gone},
    };
}

Served<Outcome> CompanyFields::list(const Call &call) const
{
    return inLocation(m_state, call.query(u"locationId"_s)).map([&] {
        QJsonArray fields;
        QJsonArray folders;
        for (const auto &[id, record] : m_state.companyFields.all()) {
            if (record.value(u"objectKey"_s) == call.id())
                (isFolder(record) ? folders : fields).append(shown(record));
        }
        return Outcome {200, {{u"fields"_s, fields}, {u"folders"_s, folders}}};
    });
}

Served<Outcome> CompanyFields::get(const Call &call) const
{
    return find(call.id()).map([](const QJsonObject &field) {
        return Outcome {200, {{u"field"_s, shown(field)}}};
    });
}

Served<Outcome> CompanyFields::create(const Call &call)
{
    static const FieldRules rules = [] {
        FieldRules all = editRules();
        all.append({{.name = u"dataType"_s},
                    {.name = u"fieldKey"_s},
                    {.name = u"objectKey"_s},
                    {.name = u"allowCustomOption"_s, .kind = Kind::Boolean},
                    {.name = u"parentId"_s}});
        return all;
    }();
    return accepted(call, rules,
                    {u"locationId"_s, u"showInForms"_s, u"dataType"_s, u"fieldKey"_s,
                     u"objectKey"_s, u"parentId"_s})
        .map([this](QJsonObject field) {
            const QString now = m_state.stamps.next();
            field.insert(u"id"_s, m_state.ids.next());
            field.insert(u"dateAdded"_s, now);
            field.insert(u"dateUpdated"_s, now);
            m_state.companyFields.put(field);
            return Outcome {201, {{u"field"_s, field}}};
        });
}

Served<Outcome> CompanyFields::update(const Call &call)
{
    static const FieldRules rules = editRules();
    const auto before = find(call.id());
    if (!before)
        return tl::unexpected(before.error());
    return accepted(call, rules, {u"locationId"_s, u"showInForms"_s})
        .map([&](const QJsonObject &body) {
            QJsonObject field = overwritten(*before, body, m_state.quirks);
            field.insert(u"dateUpdated"_s, m_state.stamps.next());
            m_state.companyFields.put(field);
            return Outcome {200, {{u"field"_s, shown(field)}}};
        });
}

//! With the id of a folder in the path it is renamed, without one it is made.
Served<Outcome> CompanyFields::writeFolder(const Call &call)
{
    const bool isNew = call.id().isEmpty();
    FieldRules rules {{.name = u"name"_s}, {.name = u"locationId"_s}};
    QStringList required {u"name"_s, u"locationId"_s};
    if (isNew) {
        rules.append({.name = u"objectKey"_s});
        required.append(u"objectKey"_s);
    }
    const auto before = isNew ? Served<QJsonObject>(QJsonObject()) : find(call.id());
    if (!before)
        return tl::unexpected(before.error());
    return accepted(call, rules, required).map([&](const QJsonObject &body) {
        QJsonObject folder = overwritten(*before, body, m_state.quirks);
        folder.insert(u"documentType"_s, u"folder"_s);
        if (isNew)
            folder.insert(u"id"_s, m_state.ids.next());
        m_state.companyFields.put(folder);
        return Outcome {isNew ? 201 : 200, shown(folder)};
    });
}

Served<Outcome> CompanyFields::remove(const Call &call)
{
    return find(call.id()).map([&](const QJsonObject &record) {
        (void)m_state.companyFields.remove(call.id());
        QJsonObject object = succeeded(call, m_state.quirks);
        object.insert(u"id"_s, call.id());
        object.insert(u"key"_s, record.value(isFolder(record) ? u"objectKey"_s : u"fieldKey"_s));
        return Outcome {200, object};
    });
}

Served<QJsonObject> CompanyFields::find(const QString &id) const
{
    const QJsonObject *record = m_state.companyFields.find(id);
    if (!record)
        return unknownId(u"Custom field"_s, id);
    return *record;
}

Served<QJsonObject> CompanyFields::accepted(const Call &call, const FieldRules &rules,
                                            const QStringList &required) const
{
    const auto body = call.body().and_then([&](const QJsonObject &sent) {
        return acceptedBody(sent, rules, required, m_state.quirks);
    });
    if (!body)
        return body;
    const QString location = body->value(u"locationId"_s).toString();
    if (const auto place = inLocation(m_state, location); !place)
        return tl::unexpected(place.error());
    return body;
}

} // namespace twinbook::sandbox::highlevel
