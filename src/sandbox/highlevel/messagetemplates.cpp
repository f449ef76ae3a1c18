// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/messagetemplates.h"

#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Operations MessageTemplates::operations()
{
    return {
        {"GET", u"/locations/*/templates"_s, u"locations/templates.readonly"_s,
         [this](const Call &call) { return list(call); }},
        // No file names a permission for this one; that of the list is asked for.
        {"DELETE", u"/locations/*/templates/*"_s, u"locations/templates.readonly"_s,
         [this](const Call &call) { return remove(call); }},
    };
}

//! A deleted template stays, for whoever asks for the deleted ones.
Served<Outcome> MessageTemplates::list(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    if (call.query(u"originId"_s).isEmpty())
        return refused(422, QStringList {u"originId should not be empty"_s});
    const QString type = call.query(u"type"_s);
    if (!type.isEmpty() && type != "sms"_L1 && type != "email"_L1 && type != "whatsapp"_L1)
        return refused(422,
                       QStringList {u"type must be one of the following values: "
                                    "sms, email, whatsapp"_s});
    const auto window = windowOf(call, {.usual = 25, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    const bool wantsDeleted = call.query(u"deleted"_s) == "true"_L1;
    QList<QJsonObject> found;
    for (const auto &[id, stored] : m_state.messageTemplates.all()) {
        QJsonObject shown = stored;
        const bool isDeleted = shown.take(u"deleted"_s).toBool();
        if (isDeleted == wantsDeleted && (type.isEmpty() || shown.value(u"type"_s) == type))
            found.append(shown);
    }
    return Outcome {200,
                    {{u"templates"_s, slice(found, *window)}, {u"totalCount"_s, found.size()}}};
}

Served<Outcome> MessageTemplates::remove(const Call &call)
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const QJsonObject *stored = m_state.messageTemplates.find(call.id(1));
    if (!stored || stored->value(u"deleted"_s).toBool())
        return unknownId(u"Template"_s, call.id(1));
    QJsonObject gone = *stored;
    gone.insert(u"deleted"_s, true);
    m_state.messageTemplates.put(gone);
    return Outcome {200, succeeded(call, m_state.quirks)};
}

} // namespace twinbook::sandbox::highlevel
