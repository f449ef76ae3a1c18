// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/shelf.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Served<QJsonObject> Shelf::find(const QString &id) const
{
    const QJsonObject *record = m_records.find(id);
    if (!record)
        return unknownId(m_rules.noun, id);
    return *record;
}

Served<QJsonObject> Shelf::make(const QJsonObject &body, const QJsonObject &blank)
{
    return accepted(body, m_rules.fields + m_rules.onlyNew, m_rules.required)
        .map([&](const QJsonObject &good) {
            QJsonObject record = overwritten(blank, good, m_state.quirks);
            record.insert(m_rules.idMember, m_state.ids.next());
            m_records.put(record);
            return record;
        });
}

Served<QJsonObject> Shelf::change(const QString &id, const QJsonObject &body)
{
    const auto before = find(id);
    if (!before)
        return before;
    return accepted(body, m_rules.fields, m_rules.requiredAgain).map([&](const QJsonObject &good) {
        const QJsonObject after = overwritten(*before, good, m_state.quirks);
        m_records.put(after);
        return after;
    });
}

Served<QJsonObject> Shelf::remove(const QString &id)
{
    return find(id).map([&](const QJsonObject &record) {
        (void)m_records.remove(id);
        return record;
    });
}

Served<QJsonObject> Shelf::accepted(const QJsonObject &body, const FieldRules &fields,
                                    const QStringList &required) const
{
    auto good = acceptedBody(body, fields, required, m_state.quirks);
    if (good && good->contains(u"locationId"_s)) {
        const QString location = good->value(u"locationId"_s).toString();
        if (const auto place = inLocation(m_state, location); !place)
            return tl::unexpected(place.error());
    }
    return good;
}

} // namespace twinbook::sandbox::highlevel
