// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contactshape.h"
#include "sandbox/highlevel/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The operations themselves: from a request to the collection and back.
namespace twinbook::sandbox::highlevel {

namespace {

Served<QJsonObject> bodyOf(const HttpRequest &request)
{
    const auto body = parseJsonBody(request.body);
    if (!body)
        return refused(400, u"Unexpected token in JSON at position 0"_s);
    return *body;
}

bool isVersion3(const HttpRequest &request)
{
    return request.header("version") == "v3";
}

//! The misspelt flag of v2; v3 spells it right and keeps the old one on most replies
//! (highlevel.md 1.7).
void addSuccess(QJsonObject &object, const HttpRequest &request)
{
    if (isVersion3(request))
        object.insert(u"succeeded"_s, true);
    if (!isVersion3(request) || request.method != "PUT")
        object.insert(u"succeded"_s, true);
}

QJsonArray documents(const RecordTable &table)
{
    return table.toJson();
}

} // namespace

Served<> Service::checkLocation(const QString &id) const
{
    if (id != m_state.locationId)
        return refused(403, u"The token does not have access to this location."_s);
    return {};
}

Served<Service::Outcome> Service::searchContacts(const HttpRequest &request, const QString & /*id*/)
{
    return bodyOf(request)
        .and_then([this](const QJsonObject &body) { return m_search.search(body); })
        .map([](const QJsonObject &page) {
            return Outcome {200, page};
        });
}

Served<Service::Outcome> Service::listContacts(const HttpRequest &request, const QString & /*id*/)
{
    if (isVersion3(request))
        return refused(404, u"Cannot GET /contacts/"_s);
    return m_search.list(request).map([](const QJsonObject &page) { return Outcome {200, page}; });
}

Served<Service::Outcome> Service::findDuplicate(const HttpRequest &request, const QString & /*id*/)
{
    const auto place = checkLocation(request.queryValue(u"locationId"_s).value_or(QString()));
    if (!place)
        return tl::unexpected(place.error());
    const QJsonObject found
        = m_contacts.duplicateOf(request.queryValue(u"email"_s).value_or(QString()),
                                 request.queryValue(u"number"_s).value_or(QString()));
    return Outcome {
        200, {{u"contact"_s, found.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(found)}}};
}

Served<Service::Outcome> Service::getContact(const HttpRequest &request, const QString &id)
{
    auto contact = m_contacts.get(id);
    if (!contact && isVersion3(request))
        contact.error().status = 404;
    return contact.map([](const QJsonObject &found) {
        return Outcome {200, {{u"contact"_s, found}}};
    });
}

Served<Service::Outcome> Service::createContact(const HttpRequest &request, const QString & /*id*/)
{
    return bodyOf(request)
        .and_then([this](const QJsonObject &body) { return m_contacts.create(body); })
        .map([](const QJsonObject &contact) {
            return Outcome {201, {{u"contact"_s, createdShape(contact)}}};
        });
}

Served<Service::Outcome> Service::updateContact(const HttpRequest &request, const QString &id)
{
    return bodyOf(request)
        .and_then([&](const QJsonObject &body) { return m_contacts.update(id, body); })
        .map([&](const QJsonObject &contact) {
            Outcome outcome {200, {{u"contact"_s, contact}}};
            addSuccess(outcome.object, request);
            return outcome;
        });
}

Served<Service::Outcome> Service::deleteContact(const HttpRequest &request, const QString &id)
{
    return m_contacts.remove(id).map([&] {
        Outcome outcome;
        addSuccess(outcome.object, request);
        return outcome;
    });
}

Served<Service::Outcome> Service::upsertContact(const HttpRequest &request, const QString & /*id*/)
{
    return bodyOf(request)
        .and_then([this](const QJsonObject &body) { return m_contacts.upsert(body); })
        .map([](const Contacts::Upserted &upserted) {
            return Outcome {200,
                            {{u"new"_s, upserted.how == Contacts::Upserted::How::Created},
                             {u"contact"_s, upserted.contact}}};
        });
}

Served<Service::Outcome> Service::addContactTags(const HttpRequest &request, const QString &id)
{
    return bodyOf(request)
        .and_then([&](const QJsonObject &body) { return m_contacts.addTags(id, body); })
        .map([](const Contacts::TagChange &change) {
            return Outcome {201,
                            {{u"tags"_s, QJsonArray::fromStringList(change.all)},
                             {u"tagsAdded"_s, QJsonArray::fromStringList(change.changed)}}};
        });
}

Served<Service::Outcome> Service::removeContactTags(const HttpRequest &request, const QString &id)
{
    return bodyOf(request)
        .and_then([&](const QJsonObject &body) { return m_contacts.removeTags(id, body); })
        .map([](const Contacts::TagChange &change) {
            return Outcome {200,
                            {{u"tags"_s, QJsonArray::fromStringList(change.all)},
                             {u"tagsRemoved"_s, QJsonArray::fromStringList(change.changed)}}};
        });
}

Served<Service::Outcome> Service::getLocation(const HttpRequest & /*request*/, const QString &id)
{
    return checkLocation(id).map([this] {
        const QJsonObject settings {{u"allowDuplicateContact"_s, false},
                                    {u"allowDuplicateOpportunity"_s, false},
                                    {u"allowFacebookNameMerge"_s, false},
                                    {u"disableContactTimezone"_s, false}};
        const QJsonObject location {
            {u"id"_s, m_state.locationId},     {u"companyId"_s, m_state.companyId},
            {u"name"_s, m_state.name},         {u"country"_s, m_state.country},
            {u"timezone"_s, m_state.timeZone}, {u"settings"_s, settings}};
        return Outcome {200, {{u"location"_s, location}}};
    });
}

Served<Service::Outcome> Service::listTags(const HttpRequest & /*request*/, const QString &id)
{
    return checkLocation(id).map([this] {
        return Outcome {200, {{u"tags"_s, documents(m_state.tags)}}};
    });
}

Served<Service::Outcome> Service::createTag(const HttpRequest &request, const QString &id)
{
    if (const auto place = checkLocation(id); !place)
        return tl::unexpected(place.error());
    const auto body = bodyOf(request);
    if (!body)
        return tl::unexpected(body.error());
    const QStringList problems = bodyViolations(*body, {{.name = u"name"_s}}, {u"name"_s});
    const QStringList stored = storedTags({body->value(u"name"_s).toString()});
    if (!problems.isEmpty() || stored.isEmpty())
        return refused(422,
                       problems.isEmpty() ? QStringList {u"name should not be empty"_s} : problems);
    const QString key = u"name:"_s + stored.constFirst();
    if (!m_state.tags.idsWithKey(key).isEmpty())
        return refused(400, u"The tag name is already exist."_s);
    (void)m_state.learnedTags(stored);
    const QString tagId = m_state.tags.idsWithKey(key).constFirst();
    return Outcome {200, {{u"tag"_s, *m_state.tags.find(tagId)}}};
}

Served<Service::Outcome> Service::listCustomFields(const HttpRequest &request, const QString &id)
{
    if (const auto place = checkLocation(id); !place)
        return tl::unexpected(place.error());
    const QString model = request.queryValue(u"model"_s).value_or(u"contact"_s);
    if (!QStringList {u"contact"_s, u"opportunity"_s, u"all"_s}.contains(model))
        return refused(422,
                       QStringList {u"model must be one of the following values: "
                                    "contact, opportunity, all"_s});
    const QJsonArray fields
        = model == "opportunity"_L1 ? QJsonArray() : documents(m_state.customFields);
    return Outcome {200, {{u"customFields"_s, fields}}};
}

Served<Service::Outcome> Service::createCustomField(const HttpRequest &request, const QString &id)
{
    using Kind = FieldRule::Kind;
    static const FieldRules rules {
        {.name = u"name"_s},
        {.name = u"dataType"_s},
        {.name = u"placeholder"_s},
        {.name = u"acceptedFormat"_s, .kind = Kind::TextList},
        {.name = u"isMultipleFile"_s, .kind = Kind::Boolean},
        {.name = u"maxNumberOfFiles"_s, .kind = Kind::Number},
        {.name = u"textBoxListOptions"_s, .kind = Kind::ObjectList},
        {.name = u"position"_s, .kind = Kind::Number},
        {.name = u"model"_s, .options = {u"contact"_s, u"opportunity"_s}},
    };
    if (const auto place = checkLocation(id); !place)
        return tl::unexpected(place.error());
    const auto body = bodyOf(request);
    if (!body)
        return tl::unexpected(body.error());
    const QStringList problems = bodyViolations(*body, rules, {u"name"_s, u"dataType"_s});
    if (!problems.isEmpty())
        return refused(422, problems);
    // Options of drop-downs are dropped on this way (highlevel.md 2.6).
    const QJsonObject field = m_state.addCustomField(body->value(u"name"_s).toString(),
                                                     body->value(u"dataType"_s).toString(), {});
    return Outcome {201, {{u"customField"_s, field}}};
}

Served<Service::Outcome> Service::searchUsers(const HttpRequest &request, const QString & /*id*/)
{
    if (request.queryValue(u"companyId"_s).value_or(QString()).isEmpty())
        return refused(422, QStringList {u"companyId should not be empty"_s});
    if (request.queryValue(u"companyId"_s) != m_state.companyId)
        return refused(403, u"The token does not have access to this company."_s);
    return Outcome {200,
                    {{u"users"_s, documents(m_state.users)}, {u"count"_s, m_state.users.size()}}};
}

Served<Service::Outcome> Service::listBusinesses(const HttpRequest &request, const QString & /*id*/)
{
    const auto place = checkLocation(request.queryValue(u"locationId"_s).value_or(QString()));
    if (!place)
        return tl::unexpected(place.error());
    const int limit = std::clamp(request.queryValue(u"limit"_s).value_or(u"100"_s).toInt(), 1, 100);
    const int skip = std::max(0, request.queryValue(u"skip"_s).value_or(u"0"_s).toInt());
    QJsonArray page;
    int index = 0;
    for (const auto &[businessId, business] : m_state.businesses.all()) {
        if (index >= skip && page.size() < limit)
            page.append(business);
        ++index;
    }
    return Outcome {200, {{u"businesses"_s, page}}};
}

} // namespace twinbook::sandbox::highlevel
