// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendaradministration.h"

#include "sandbox/highlevel/freeslots.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

//! What both writes of calendars.json may have. The nested lists are stored as they come.
FieldRules calendarFields()
{
    FieldRules rules;
    const auto add = [&rules](Kind kind, const QStringList &names) {
        for (const QString &name : names)
            rules.append({.name = name, .kind = kind});
    };
    add(Kind::Text,
        {u"groupId"_s,
         u"eventType"_s,
         u"name"_s,
         u"description"_s,
         u"slug"_s,
         u"widgetSlug"_s,
         u"widgetType"_s,
         u"eventTitle"_s,
         u"eventColor"_s,
         u"meetingLocation"_s,
         u"slotDurationUnit"_s,
         u"preBufferUnit"_s,
         u"slotIntervalUnit"_s,
         u"allowBookingAfterUnit"_s,
         u"allowBookingForUnit"_s,
         u"formId"_s,
         u"alertEmail"_s,
         u"notes"_s,
         u"pixelId"_s,
         u"formSubmitType"_s,
         u"formSubmitRedirectURL"_s,
         u"formSubmitThanksMessage"_s,
         u"guestType"_s,
         u"consentLabel"_s,
         u"calendarCoverImage"_s});
    add(Kind::Number,
        {u"slotDuration"_s, u"slotInterval"_s, u"slotBuffer"_s, u"preBuffer"_s,
         u"appoinmentPerSlot"_s, u"appoinmentPerDay"_s, u"allowBookingAfter"_s,
         u"allowBookingFor"_s, u"availabilityType"_s});
    add(Kind::Boolean,
        {u"isActive"_s, u"enableRecurring"_s, u"stickyContact"_s, u"isLivePaymentMode"_s,
         u"autoConfirm"_s, u"shouldSendAlertEmailsToAssignedMember"_s, u"googleInvitationEmails"_s,
         u"allowReschedule"_s, u"allowCancellation"_s, u"shouldAssignContactToTeamMember"_s,
         u"shouldSkipAssigningContactForExisting"_s});
    add(Kind::ObjectList,
        {u"notifications"_s, u"teamMembers"_s, u"locationConfigurations"_s, u"openHours"_s,
         u"availabilities"_s});
    add(Kind::Object, {u"recurring"_s, u"lookBusyConfig"_s});
    return rules;
}

Outcome shown(const QJsonObject &calendar)
{
    return {200, {{u"calendar"_s, calendar}}}; // a creation, too
}

} // namespace

CalendarAdministration::CalendarAdministration(State &state)
    : m_state(state)
    , m_calendars(state, state.calendars,
                  {.noun = u"Calendar"_s,
                   .fields = calendarFields(),
                   .onlyNew = {{.name = u"locationId"_s}, {.name = u"calendarType"_s}},
                   .required = {u"locationId"_s, u"name"_s}})
{ }

Operations CalendarAdministration::operations()
{
    const QString writing = u"calendars.write"_s;
    const QString one = u"/calendars/*"_s;
    return {
        {"POST", u"/calendars"_s, writing, [this](const Call &call) { return create(call); }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
        {"GET", u"/calendars/*/free-slots"_s, u"calendars.readonly"_s,
         [this](const Call &call) { return freeSlots(call); }},
    };
}

Served<Outcome> CalendarAdministration::create(const Call &call)
{
    const QJsonObject blank {{u"isActive"_s, true},
                             {u"calendarType"_s, u"event"_s},
                             {u"slotDuration"_s, 30},
                             {u"slotDurationUnit"_s, u"mins"_s}};
    return call.body()
        .and_then([&](const QJsonObject &body) -> Served<QJsonObject> {
            if (const auto known = knowsGroup(body); !known)
                return tl::unexpected(known.error());
            return m_calendars.make(body, blank);
        })
        .map(shown);
}

Served<Outcome> CalendarAdministration::update(const Call &call)
{
    return call.body()
        .and_then([&](const QJsonObject &body) -> Served<QJsonObject> {
            if (const auto known = knowsGroup(body); !known)
                return tl::unexpected(known.error());
            return m_calendars.change(call.id(), body);
        })
        .map(shown);
}

Served<Outcome> CalendarAdministration::remove(const Call &call)
{
    return m_calendars.remove(call.id()).map([&](const QJsonObject & /*calendar*/) {
        for (RecordTable *table :
             {&m_state.appointments, &m_state.blockedSlots, &m_state.calendarNotifications}) {
            QStringList own;
            for (const auto &[id, record] : table->all()) {
                if (record.value(u"calendarId"_s) == call.id())
                    own.append(id);
            }
            for (const QString &id : own)
                (void)table->remove(id);
        }
        return Outcome {200, {{u"success"_s, true}}};
    });
}

Served<Outcome> CalendarAdministration::freeSlots(const Call &call) const
{
    const auto calendar = m_calendars.find(call.id());
    if (!calendar)
        return tl::unexpected(calendar.error());
    return askedSlots(call, m_state).map([&](const AskedSlots &asked) {
        return Outcome {200, freeSlotsOf(*calendar, asked, m_state)};
    });
}

Served<> CalendarAdministration::knowsGroup(const QJsonObject &body) const
{
    const QString group = body.value(u"groupId"_s).toString();
    if (!group.isEmpty() && !m_state.calendarGroups.contains(group))
        return refused(422, QStringList {u"groupId must be a calendar group"_s});
    return {};
}

} // namespace twinbook::sandbox::highlevel
