// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/notes.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/paging.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Operations Notes::operations()
{
    const QString reading = u"contacts.readonly"_s;
    const QString writing = u"contacts.write"_s;
    const QString all = u"/contacts/*/notes"_s;
    const QString one = u"/contacts/*/notes/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading, [this](const Call &call) { return get(call); }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
    };
}

Served<Outcome> Notes::list(const Call &call) const
{
    return m_contacts.get(call.id()).map([this](const QJsonObject &contact) {
        const QString owner = contact.value(u"id"_s).toString();
        QJsonArray notes;
        for (const QJsonObject &note : recordsOf(m_state.notes, ownerKeyOf(owner)))
            notes.append(note);
        return Outcome {200, {{u"notes"_s, notes}}};
    });
}

Served<Outcome> Notes::get(const Call &call) const
{
    return find(call).map([](const QJsonObject &note) {
        return Outcome {200, {{u"note"_s, note}}};
    });
}

Served<Outcome> Notes::create(const Call &call)
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return tl::unexpected(contact.error());
    return accepted(call, {u"body"_s}).map([&](const QJsonObject &body) {
        const QJsonObject blank {{u"id"_s, m_state.ids.next()},
                                 {u"contactId"_s, contact->value(u"id"_s)},
                                 {u"dateAdded"_s, m_state.stamps.next()},
                                 {u"pinned"_s, false}};
        const QJsonObject note = overwritten(blank, body, m_state.quirks);
        m_state.notes.put(note);
        m_state.tell(u"NoteCreate"_s, noteEvent(note));
        return Outcome {201, {{u"note"_s, note}}};
    });
}

Served<Outcome> Notes::update(const Call &call)
{
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    return accepted(call, {}).map([&](const QJsonObject &body) {
        const QJsonObject note = overwritten(*before, body, m_state.quirks);
        m_state.notes.put(note);
        m_state.tell(u"NoteUpdate"_s, noteEvent(note));
        return Outcome {200, {{u"note"_s, note}}};
    });
}

Served<Outcome> Notes::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject &note) {
        (void)m_state.notes.remove(note.value(u"id"_s).toString());
        m_state.tell(u"NoteDelete"_s, noteEvent(note));
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<QJsonObject> Notes::find(const Call &call) const
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return contact;
    const QJsonObject *note = m_state.notes.find(call.id(1));
    if (!note || note->value(u"contactId"_s) != contact->value(u"id"_s))
        return unknownId(u"Note"_s, call.id(1));
    return *note;
}

Served<QJsonObject> Notes::accepted(const Call &call, const QStringList &required) const
{
    static const QRegularExpression colour(u"^#[0-9A-Fa-f]{6}$"_s);
    static const FieldRules rules {
        {.name = u"body"_s},
        {.name = u"userId"_s},
        {.name = u"title"_s},
        {.name = u"color"_s},
        {.name = u"pinned"_s, .kind = FieldRule::Kind::Boolean},
    };
    auto body = call.body().and_then([&](const QJsonObject &sent) {
        return acceptedBody(sent, rules, required, m_state.quirks);
    });
    if (!body)
        return body;
    QStringList problems;
    if (body->value(u"body"_s).isString() && body->value(u"body"_s).toString().isEmpty())
        problems.append(u"body should not be empty"_s);
    const QString shade = body->value(u"color"_s).toString();
    if (!shade.isEmpty() && !colour.match(shade).hasMatch())
        problems.append(u"color must be a hexadecimal color"_s);
    const QString user = body->value(u"userId"_s).toString();
    if (!user.isEmpty() && !m_state.users.contains(user))
        problems.append(u"userId must be a user of this location"_s);
    if (!problems.isEmpty())
        return refused(422, problems);
    return body;
}

} // namespace twinbook::sandbox::highlevel
