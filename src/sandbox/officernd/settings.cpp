// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/settings.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

Settings::Settings(State &state)
    : m_state(state)
    , m_locations(state, state.locations,
                  {.list = {.equality = {u"_id"_s, u"name"_s, u"isOpen"_s, u"isPublic"_s},
                            .sets = {u"_id"_s}}})
    , m_customProperties(state, state.customProperties, {})
    , m_businessHours(state, state.businessHours, {.list = {.equality = {u"location"_s}}})
    , m_integrations(state, state.integrations, {})
{ }

void Settings::addTo(Routes &routes)
{
    routes.addObject("GET", QString(), u"settings.organization.read"_s, 200,
                     [this](const Call &call) { return organization(call.request); });
    const QString locations = u"space.locations.read"_s;
    routes.addList(u"locations"_s, locations, m_locations.listing());
    routes.addGet(u"locations"_s, locations, m_locations);
    routes.addList(u"custom-properties"_s, u"settings.customProperties.read"_s,
                   m_customProperties.listing());
    routes.addList(u"settings/business-hours"_s, u"settings.businessHours.read"_s,
                   m_businessHours.listing());
    // There is no list of them.
    routes.addGet(u"integrations"_s, u"settings.integrations.read"_s, m_integrations);
}

QJsonObject Settings::organization(const HttpRequest &request) const
{
    QJsonObject organization {{u"_id"_s, m_state.organizationId},
                              {u"name"_s, m_state.name},
                              {u"slug"_s, m_state.slug},
                              {u"imageUrl"_s, QString()},
                              {u"description"_s, u"Practice organisation"_s}};
    if (m_state.holds(Quirk::AccountLivesOnRegionHost)) {
        const QString host = QString::fromLatin1(request.header("host"));
        organization.insert(u"regionInfo"_s,
                            QJsonObject {{u"regionUrl"_s, QString(u"http://"_s + host)}});
    }
    return organization;
}

} // namespace twinbook::sandbox::officernd
