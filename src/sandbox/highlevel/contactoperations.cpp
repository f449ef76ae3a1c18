// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contactoperations.h"

#include "sandbox/highlevel/contactshape.h"
#include "sandbox/highlevel/paging.h"
#include "sandbox/highlevel/version3.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

//! Which creations lose their answer must not follow from the ids that are given out.
constexpr quint64 answerSeed = 0x9FB21C651E98DF25ULL;

Served<QJsonObject> contactIn(const Call &call)
{
    return call.body().and_then(
        [&](const QJsonObject &body) { return inDatedSpelling(body, call.dialect()); });
}

//! The thin items of the two lists (highlevel.md 2.4); live they also name the person.
QJsonObject listItem(QJsonObject contact)
{
    contact.insert(u"attributions"_s, QJsonArray());
    if (!contact.contains(u"followers"_s))
        contact.insert(u"followers"_s, QJsonArray());
    return contact;
}

//! Where a contact stands in the newer edition's list of a business: by name, then by id.
using NamePosition = std::pair<QString, QString>;

NamePosition namePosition(const QJsonObject &contact)
{
    return {contact.value(u"name"_s).toString().toLower(), contact.value(u"id"_s).toString()};
}

//! `startAfter`, "eleanor sakai,xurJiljRhcxpwRYXbxUU", or one parameter for each.
std::optional<NamePosition> askedPosition(const Call &call)
{
    QStringList parts;
    for (const auto &[name, value] : call.request().query) {
        if (name == "startAfter"_L1 || name == "startAfter[]"_L1)
            parts.append(value);
    }
    const QString whole = parts.join(u',');
    const qsizetype comma = whole.lastIndexOf(u',');
    if (comma < 0)
        return std::nullopt;
    return NamePosition {whole.first(comma).toLower(), whole.sliced(comma + 1)};
}

} // namespace

ContactOperations::ContactOperations(State &state, Contacts &contacts, int creationsPer422)
    : m_state(state)
    , m_contacts(contacts)
    , m_search(state)
    , m_creationsPer422(creationsPer422)
    , m_dice(state.ids.seed() ^ answerSeed)
{ }

Operations ContactOperations::operations()
{
    const QString reading = u"contacts.readonly"_s;
    const QString writing = u"contacts.write"_s;
    return {
        {"POST", u"/contacts/search"_s, reading, [this](const Call &call) { return search(call); }},
        {.method = "GET",
         .path = u"/contacts"_s,
         .scope = reading,
         .act = [this](const Call &call) { return list(call); },
         .spoken = Operation::Spoken::DatedOnly},
        {"GET", u"/contacts/business/*"_s, reading,
         [this](const Call &call) { return listOfBusiness(call); }},
        {"GET", u"/contacts/search/duplicate"_s, reading,
         [this](const Call &call) { return findDuplicate(call); }},
        {"GET", u"/contacts/*"_s, reading, [this](const Call &call) { return get(call); }},
        {"POST", u"/contacts"_s, writing, [this](const Call &call) { return create(call); }},
        {"PUT", u"/contacts/*"_s, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", u"/contacts/*"_s, writing, [this](const Call &call) { return remove(call); }},
        {"POST", u"/contacts/upsert"_s, writing, [this](const Call &call) { return upsert(call); }},
    };
}

Served<Outcome> ContactOperations::search(const Call &call)
{
    return call.body()
        .and_then([this](const QJsonObject &body) { return m_search.search(body); })
        .map([](const QJsonObject &page) {
            return Outcome {200, page};
        });
}

Served<Outcome> ContactOperations::list(const Call &call)
{
    return m_search.list(call.request()).map([](const QJsonObject &page) {
        return Outcome {200, page};
    });
}

Served<Outcome> ContactOperations::listOfBusiness(const Call &call)
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const auto window = windowOf(call, {.usual = 25, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    const QString text = call.query(u"query"_s).trimmed();
    QList<QJsonObject> found;
    for (const auto &[id, contact] : m_state.contacts.all()) {
        if (contact.value(u"businessId"_s) == call.id()
            && (text.isEmpty()
                || contact.value(u"name"_s).toString().contains(text, Qt::CaseInsensitive)))
            found.append(listItem(contact));
    }
    Window page = *window;
    if (call.dialect() == Dialect::Version3) {
        std::sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return namePosition(a) < namePosition(b);
        });
        if (const auto cursor = askedPosition(call)) {
            page.skip = std::upper_bound(found.begin(), found.end(), *cursor,
                                         [](const NamePosition &position, const QJsonObject &item) {
                                             return position < namePosition(item);
                                         })
                - found.begin();
        }
    }
    return Outcome {200, {{u"contacts"_s, slice(found, page)}, {u"count"_s, found.size()}}};
}

Served<Outcome> ContactOperations::findDuplicate(const Call &call)
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const QJsonObject found
        = m_contacts.duplicateOf(call.query(u"email"_s), call.query(u"number"_s));
    const QJsonValue contact = found.isEmpty() ? QJsonValue(QJsonValue::Null)
                                               : QJsonValue(inSpellingOf(call.dialect(), found));
    return Outcome {200, {{u"contact"_s, contact}}};
}

Served<Outcome> ContactOperations::get(const Call &call)
{
    return m_contacts.get(call.id()).map([&](const QJsonObject &found) {
        return Outcome {200, {{u"contact"_s, inSpellingOf(call.dialect(), found)}}};
    });
}

Served<Outcome> ContactOperations::create(const Call &call)
{
    const auto created = contactIn(call).and_then(
        [this](const QJsonObject &body) { return m_contacts.create(body); });
    if (!created)
        return tl::unexpected(created.error());
    if (losesThisAnswer())
        return refused(422, u"Unprocessable Entity"_s);
    const QJsonObject shown = inSpellingOf(call.dialect(), createdShape(*created));
    return Outcome {201, {{u"contact"_s, shown}}};
}

Served<Outcome> ContactOperations::update(const Call &call)
{
    return contactIn(call)
        .and_then([&](const QJsonObject &body) { return m_contacts.update(call.id(), body); })
        .map([&](const QJsonObject &contact) {
            Outcome outcome {200, succeeded(call, m_state.quirks)};
            outcome.object.insert(u"contact"_s, inSpellingOf(call.dialect(), contact));
            return outcome;
        });
}

Served<Outcome> ContactOperations::remove(const Call &call)
{
    return m_contacts.remove(call.id()).map([&] {
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<Outcome> ContactOperations::upsert(const Call &call)
{
    return contactIn(call)
        .and_then([this](const QJsonObject &body) { return m_contacts.upsert(body); })
        .map([&](const Contacts::Upserted &upserted) {
            return Outcome {200,
                            {{u"new"_s, upserted.how == Contacts::Upserted::How::Created},
                             {u"contact"_s, inSpellingOf(call.dialect(), upserted.contact)}}};
        });
}

bool ContactOperations::losesThisAnswer()
{
    return m_state.quirks.holds(Quirk::CreateMayAnswer422) && m_creationsPer422 > 0
        && m_dice.below(m_creationsPer422) == 0;
}

} // namespace twinbook::sandbox::highlevel
