// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/customfields.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

//! What may be written at any time; a type is given once and for all.
FieldRules definitionRules()
{
    return {
        {.name = u"name"_s},
        {.name = u"placeholder"_s},
        {.name = u"acceptedFormat"_s, .kind = Kind::TextList},
        {.name = u"isMultipleFile"_s, .kind = Kind::Boolean},
        {.name = u"maxNumberOfFiles"_s, .kind = Kind::Number},
        {.name = u"textBoxListOptions"_s, .kind = Kind::ObjectList},
        {.name = u"position"_s, .kind = Kind::Number},
        {.name = u"model"_s, .options = {u"contact"_s, u"opportunity"_s}},
    };
}

QStringList optionLabels(const QJsonObject &body)
{
    QStringList labels;
    const QJsonArray options = body.value(u"textBoxListOptions"_s).toArray();
    for (const QJsonValue &option : options)
        labels.append(option.toObject().value(u"label"_s).toString());
    return labels;
}

} // namespace

Operations CustomFields::operations()
{
    const QString reading = u"locations/customFields.readonly"_s;
    const QString writing = u"locations/customFields.write"_s;
    const QString all = u"/locations/*/customFields"_s;
    const QString one = u"/locations/*/customFields/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading, [this](const Call &call) { return get(call); }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
        {"POST", u"/locations/*/customFields/upload"_s, writing,
         [this](const Call &call) { return upload(call); }},
    };
}

Served<Outcome> CustomFields::list(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const QString model = call.query(u"model"_s, u"contact"_s);
    if (!QStringList {u"contact"_s, u"opportunity"_s, u"all"_s}.contains(model))
        return refused(422,
                       QStringList {u"model must be one of the following values: "
                                    "contact, opportunity, all"_s});
    QJsonArray fields;
    for (const auto &[id, field] : m_state.customFields.all()) {
        if (model == "all"_L1 || field.value(u"model"_s) == model)
            fields.append(field);
    }
    return Outcome {200, {{u"customFields"_s, fields}}};
}

Served<Outcome> CustomFields::get(const Call &call) const
{
    return find(call).map([](const QJsonObject &field) {
        return Outcome {200, {{u"customField"_s, field}}};
    });
}

Served<Outcome> CustomFields::create(const Call &call)
{
    static const FieldRules rules = [] {
        FieldRules all = definitionRules();
        all.append({.name = u"dataType"_s});
        return all;
    }();
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"name"_s, u"dataType"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QStringList options = m_state.quirks.holds(Quirk::DropDownOptionsAreDropped)
        ? QStringList()
        : optionLabels(*body);
    QJsonObject field = m_state.addCustomField(body->value(u"name"_s).toString(),
                                               body->value(u"dataType"_s).toString(), options);
    for (const QString &member : {u"placeholder"_s, u"position"_s}) {
        if (body->contains(member))
            field.insert(member, body->value(member));
    }
    if (body->value(u"model"_s) == "opportunity"_L1) {
        field.insert(u"model"_s, u"opportunity"_s);
        field.insert(
            u"fieldKey"_s,
            field.value(u"fieldKey"_s).toString().replace(u"contact."_s, u"opportunity."_s));
    }
    m_state.customFields.put(field);
    return Outcome {201, {{u"customField"_s, field}}};
}

Served<Outcome> CustomFields::update(const Call &call)
{
    static const FieldRules rules = definitionRules();
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"name"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    QJsonObject field = *before;
    for (const QString &member : {u"name"_s, u"placeholder"_s, u"position"_s}) {
        if (body->contains(member))
            field.insert(member, body->value(member));
    }
    m_state.customFields.put(field);
    return Outcome {200, {{u"customField"_s, field}}};
}

//! Values of the field stay on the contacts, under an id that nothing explains any more.
Served<Outcome> CustomFields::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject & /*field*/) {
        (void)m_state.customFields.remove(call.id(1));
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<Outcome> CustomFields::upload(const Call &call) const
{
    static const QRegularExpression fileName(u"filename=\"([^\"\\r\\n/\\\\]{1,200})\""_s);
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    if (!call.request().header("content-type").startsWith("multipart/form-data"))
        return refused(422, QStringList {u"The body must be multipart/form-data"_s});
    QJsonObject urls;
    QJsonArray meta;
    auto names = fileName.globalMatch(QString::fromUtf8(call.request().body));
    while (names.hasNext()) {
        const QString name = names.next().captured(1);
        urls.insert(name,
                    QString(u"https://files.invalid/"_s + m_state.locationId + u'/'
                            + QString::fromLatin1(QUrl::toPercentEncoding(name))));
        meta.append(name);
    }
    if (urls.isEmpty())
        return refused(400, u"No files were sent"_s);
    return Outcome {200, {{u"uploadedFiles"_s, urls}, {u"meta"_s, meta}}};
}

Served<QJsonObject> CustomFields::find(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const QJsonObject *field = m_state.customFields.find(call.id(1));
    if (!field)
        return unknownId(u"Custom field"_s, call.id(1));
    return *field;
}

} // namespace twinbook::sandbox::highlevel
