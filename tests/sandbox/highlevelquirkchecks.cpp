// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelquirkchecks.h"

#include <QHttpServer>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

QJsonObject contactIn(const Response &response)
{
    return response.json.value(u"contact"_s).toObject();
}

Response putContact(HighLevelPlay &play, const QString &id, const QJsonObject &body)
{
    return play.put(u"/contacts/"_s + id, body);
}

Response upsert(HighLevelPlay &play, QJsonObject body)
{
    body.insert(u"locationId"_s, play.locationId());
    return play.post(u"/contacts/upsert"_s, body);
}

int found(HighLevelPlay &play, const QString &email)
{
    const QJsonObject filter {
        {u"field"_s, u"email"_s}, {u"operator"_s, u"eq"_s}, {u"value"_s, email}};
    return play.client()
        .search({{u"pageLimit"_s, 5}, {u"filters"_s, QJsonArray {filter}}})
        .json.value(u"total"_s)
        .toInt();
}

// The search.

Seen searchIndexLags(HighLevelPlay &play)
{
    (void)play.contactId({{u"email"_s, u"lag@quirk.example"_s}});
    const int now = found(play, u"lag@quirk.example"_s);
    return either(now == 0, now == 1);
}

Seen searchHitsAreLowerCase(HighLevelPlay &play)
{
    const QJsonObject hit = play.client()
                                .search({{u"pageLimit"_s, 1}})
                                .json.value(u"contacts"_s)
                                .toArray()
                                .first()
                                .toObject();
    return either(hit.contains(u"contactName"_s) && !hit.contains(u"firstName"_s),
                  hit.contains(u"firstName"_s) && !hit.contains(u"contactName"_s));
}

Seen searchWindowEnds(HighLevelPlay &play)
{
    const int status = play.client().search({{u"pageLimit"_s, 500}, {u"page"_s, 21}}).status;
    return either(status == 400, status == 200);
}

// Making and changing contacts.

Seen duplicateIsRefused(HighLevelPlay &play)
{
    const QString first = play.contactId({{u"email"_s, u"twin@quirk.example"_s}});
    const Response second = play.createContact({{u"email"_s, u"twin@quirk.example"_s}});
    const QJsonObject meta = second.json.value(u"meta"_s).toObject();
    const bool allowed = play.get(u"/locations/"_s + play.locationId())
                             .json.value(u"location"_s)
                             .toObject()
                             .value(u"settings"_s)
                             .toObject()
                             .value(u"allowDuplicateContact"_s)
                             .toBool();
    return either(second.status == 400 && meta.value(u"contactId"_s) == first && !allowed,
                  second.status == 201 && allowed);
}

Seen createMayAnswer422(HighLevelPlay &play)
{
    const int status = play.createContact({{u"email"_s, u"lost@quirk.example"_s}}).status;
    const bool exists = play.sandbox().findPeople(Side::Right, u"lost@quirk.example"_s).size() == 1;
    return either(status == 422 && exists, status == 201 && exists);
}

Seen upsertDropsIdentifier(HighLevelPlay &play)
{
    const QString first = play.contactId({{u"email"_s, u"one@quirk.example"_s}});
    const QString second = play.contactId({{u"phone"_s, u"+442079460955"_s}});
    const Response both
        = upsert(play, {{u"email"_s, u"one@quirk.example"_s}, {u"phone"_s, u"+442079460955"_s}});
    const bool untouched
        = !play.contact(first).contains(u"phone"_s) && play.contact(second).contains(u"phone"_s);
    return either(both.status == 200 && untouched, both.status == 400 && untouched);
}

Seen tagsBecomeLowerCase(HighLevelPlay &play)
{
    const QJsonArray tags = play.contact(play.contactId({{u"tags"_s, QJsonArray {u" VIP "_s}}}))
                                .value(u"tags"_s)
                                .toArray();
    return either(tags == QJsonArray {u"vip"_s}, tags == QJsonArray {u" VIP "_s});
}

Seen unknownPropertyIsRefused(HighLevelPlay &play)
{
    const Response response
        = putContact(play, play.person(), {{u"nonsense"_s, 1}, {u"city"_s, u"Hull"_s}});
    return either(response.status == 422
                      && response.messages().contains(u"property nonsense should not exist"_s),
                  response.status == 200 && contactIn(response).value(u"city"_s) == u"Hull"_s
                      && !contactIn(response).contains(u"nonsense"_s));
}

Seen companyNameIsNotUpdatable(HighLevelPlay &play)
{
    const Response response = putContact(play, play.person(), {{u"companyName"_s, u"Up"_s}});
    return either(response.status == 422, contactIn(response).value(u"companyName"_s) == u"Up"_s);
}

Seen phoneBecomesE164(HighLevelPlay &play)
{
    const QJsonValue phone
        = play.contact(play.contactId({{u"phone"_s, u"+44 20 7946 0956"_s}})).value(u"phone"_s);
    return either(phone == u"+442079460956"_s, phone == u"+44 20 7946 0956"_s);
}

Seen nullClears(HighLevelPlay &play)
{
    const QString id = play.contactId({{u"city"_s, u"Hull"_s}});
    const Response response = putContact(play, id, {{u"city"_s, QJsonValue::Null}});
    const bool kept = play.contact(id).value(u"city"_s) == u"Hull"_s;
    return response.status == 200 ? either(!kept, kept) : Seen::Neither;
}

Seen unknownIdAnswers400(HighLevelPlay &play)
{
    const int status = play.get(u"/contacts/nobody"_s).status;
    return either(status == 400, status == 404);
}

Seen mergedContactVanishes(HighLevelPlay &play)
{
    const QString kept = play.person(0);
    const QString gone = play.person(1);
    if (!play.sandbox().mergePeople(Side::Right, RemoteId(kept), RemoteId(gone)))
        return Seen::Neither;
    const Response old = play.get(u"/contacts/"_s + gone);
    return either(old.status == 400, contactIn(old).value(u"id"_s) == kept);
}

// Custom fields.

QJsonObject fieldWrite(const QString &id, const QString &member, const QString &value)
{
    return {{u"customFields"_s, QJsonArray {QJsonObject {{u"id"_s, id}, {member, value}}}}};
}

Seen customFieldShapesDiffer(HighLevelPlay &play)
{
    const QString card = play.fieldId(u"Access Card"_s);
    const Response response
        = putContact(play, play.person(), fieldWrite(card, u"field_value"_s, u"7"_s));
    const Response same = putContact(play, play.person(), fieldWrite(card, u"value"_s, u"8"_s));
    return either(response.status == 200 && same.status == 200,
                  response.status == 422 && same.status == 200);
}

Seen unknownCustomFieldIsDropped(HighLevelPlay &play)
{
    const int status
        = putContact(play, play.person(), fieldWrite(u"nothing"_s, u"field_value"_s, u"7"_s))
              .status;
    return either(status == 200, status == 422);
}

Seen customFieldsMerge(HighLevelPlay &play)
{
    const QString id = play.contactId({{u"firstName"_s, u"Cy"_s}});
    (void)putContact(play, id,
                     fieldWrite(play.fieldId(u"Access Card"_s), u"field_value"_s, u"7"_s));
    (void)putContact(play, id,
                     fieldWrite(play.fieldId(u"OfficeRnD ID"_s), u"field_value"_s, u"8"_s));
    const qsizetype count = play.contact(id).value(u"customFields"_s).toArray().size();
    return either(count == 2, count == 1);
}

Seen dropDownOptionsAreDropped(HighLevelPlay &play)
{
    const Response made
        = play.post(u"/locations/"_s + play.locationId() + u"/customFields"_s,
                    {{u"name"_s, u"Size"_s},
                     {u"dataType"_s, u"SINGLE_OPTIONS"_s},
                     {u"textBoxListOptions"_s, QJsonArray {QJsonObject {{u"label"_s, u"S"_s}}}}});
    const QJsonArray options
        = made.json.value(u"customField"_s).toObject().value(u"picklistOptions"_s).toArray();
    return either(made.status == 201 && options.isEmpty(), options == QJsonArray {u"S"_s});
}

// Tasks, companies, workflows, appointments.

Seen taskUpdateNeedsTitleAndDue(HighLevelPlay &play)
{
    const QString person = play.person();
    const QString task = u"/contacts/"_s + person + u"/tasks/"_s + play.task(person, u"Call"_s);
    const int status = play.put(task, {{u"body"_s, u"y"_s}}).status;
    return either(status == 422, status == 200);
}

Seen taskDueRefusesMilliseconds(HighLevelPlay &play)
{
    const int status = play.post(u"/contacts/"_s + play.person() + u"/tasks"_s,
                                 {{u"title"_s, u"Call"_s},
                                  {u"dueDate"_s, u"2026-11-23T10:00:00.000Z"_s},
                                  {u"completed"_s, false}})
                           .status;
    return either(status == 422, status == 201);
}

Seen successFlagIsMisspelt(HighLevelPlay &play)
{
    const QJsonObject answer = play.remove(u"/contacts/"_s + play.person()).json;
    return either(answer.contains(u"succeded"_s), answer.contains(u"succeeded"_s));
}

Seen businessReplyIsMisspelt(HighLevelPlay &play)
{
    const QJsonObject answer
        = play.post(u"/businesses/"_s,
                    {{u"name"_s, u"Acme"_s}, {u"locationId"_s, play.locationId()}})
              .json;
    return either(answer.contains(u"buiseness"_s), answer.contains(u"business"_s));
}

Seen workflowAnswers201(HighLevelPlay &play)
{
    const QString workflow = play.get(u"/workflows/?locationId="_s + play.locationId())
                                 .json.value(u"workflows"_s)
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(u"id"_s)
                                 .toString();
    const int status
        = play.post(u"/contacts/"_s + play.person() + u"/workflow/"_s + workflow, {}).status;
    return either(status == 201, status == 200);
}

Seen appointmentsHaveNoZone(HighLevelPlay &play)
{
    const QString calendar = play.get(u"/calendars/?locationId="_s + play.locationId())
                                 .json.value(u"calendars"_s)
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(u"id"_s)
                                 .toString();
    (void)play.post(u"/calendars/events/appointments"_s,
                    {{u"calendarId"_s, calendar},
                     {u"locationId"_s, play.locationId()},
                     {u"contactId"_s, play.person()},
                     {u"startTime"_s, u"2026-07-01T10:00:00Z"_s}});
    const QJsonValue start = play.get(u"/contacts/"_s + play.person() + u"/appointments"_s)
                                 .json.value(u"events"_s)
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(u"startTime"_s);
    return either(start == u"2026-07-01 11:00:00"_s, start == u"2026-07-01T11:00:00+01:00"_s);
}

// Requests as such.

Seen versionIsRequired(HighLevelPlay &play)
{
    play.speak({});
    const int status = play.get(u"/locations/"_s + play.locationId()).status;
    return either(status == 401, status == 200);
}

Seen burstAllowanceIsShared(HighLevelPlay &play)
{
    for (int i = 0; i < 100; ++i)
        (void)play.get(u"/contacts/nobody"_s);
    const int reading = play.get(u"/contacts/nobody"_s).status;
    const int writing = play.remove(u"/contacts/nobody"_s).status;
    return reading == 429 ? either(writing == 429, writing == 400) : Seen::Neither;
}

// Signing in.

Response form(HighLevelPlay &play, const QString &path, const QUrlQuery &fields)
{
    return play.client().send("POST", play.url(path),
                              {{"Content-Type", "application/x-www-form-urlencoded"}},
                              fields.toString(QUrl::FullyEncoded).toUtf8());
}

QUrlQuery wayBack(HighLevelPlay &play)
{
    const QUrlQuery fields {{u"response_type"_s, u"code"_s},
                            {u"client_id"_s, play.sandbox().credentials().appClientId},
                            {u"redirect_uri"_s, u"http://127.0.0.1:9/"_s},
                            {u"scope"_s, u"contacts.readonly"_s},
                            {u"state"_s, u"s1"_s},
                            {u"install_as"_s, u"Location"_s}};
    const Response answer = form(play, u"/v2/oauth/chooselocation"_s, fields);
    return QUrlQuery(QUrl(QString::fromLatin1(answer.headers.value("location"))));
}

Response token(HighLevelPlay &play, const QString &grant, const QString &member,
               const QString &value)
{
    const SandboxCredentials keys = play.sandbox().credentials();
    return form(play, u"/oauth/token"_s,
                {{u"client_id"_s, keys.appClientId},
                 {u"client_secret"_s, keys.appClientSecret},
                 {u"grant_type"_s, grant},
                 {member, value}});
}

Seen refreshTokenRotates(HighLevelPlay &play)
{
    const QString first
        = token(play, u"authorization_code"_s, u"code"_s, wayBack(play).queryItemValue(u"code"_s))
              .json.value(u"refresh_token"_s)
              .toString();
    const QString second = token(play, u"refresh_token"_s, u"refresh_token"_s, first)
                               .json.value(u"refresh_token"_s)
                               .toString();
    return second.isEmpty() ? Seen::Neither : either(first != second, first == second);
}

Seen signInHandsBackState(HighLevelPlay &play)
{
    const QUrlQuery back = wayBack(play);
    const QString state = back.queryItemValue(u"state"_s);
    return back.hasQueryItem(u"code"_s) ? either(state == "s1"_L1, state.isEmpty()) : Seen::Neither;
}

// Events.

//! The first event after a new task: its body and whether it was signed.
QJsonObject taskEvent(HighLevelPlay &play)
{
    QHttpServer server;
    QJsonObject event;
    server.route(u"/"_s, [&event](const QHttpServerRequest &request) {
        event = QJsonDocument::fromJson(request.body()).object();
        const auto headers = request.headers();
        for (const auto &[name, value] : headers) {
            if (name.compare("X-GHL-Signature", Qt::CaseInsensitive) == 0)
                event.insert(u"signature"_s, QString::fromLatin1(value));
        }
        return QHttpServerResponse::StatusCode::Ok;
    });
    const quint16 port = server.listen(QHostAddress::LocalHost);
    if (!play.sandbox().sendHighlevelEventsTo(QUrl(u"http://127.0.0.1:%1/"_s.arg(port))))
        return {};
    (void)play.task(play.person(), u"Call"_s);
    (void)QTest::qWaitFor([&event] { return !event.isEmpty(); });
    (void)play.sandbox().sendHighlevelEventsTo({});
    return event;
}

Seen webhooksAreSigned(HighLevelPlay &play)
{
    const QJsonObject event = taskEvent(play);
    const bool isSigned = event.contains(u"signature"_s);
    return event.isEmpty() ? Seen::Neither : either(isSigned, !isSigned);
}

Seen taskEventsAreThin(HighLevelPlay &play)
{
    const QJsonObject event = taskEvent(play);
    const bool thin = !event.contains(u"contactId"_s) && !event.contains(u"body"_s);
    return event.isEmpty() ? Seen::Neither
                           : either(thin, event.value(u"contactId"_s) == play.person());
}

} // namespace

const QHash<Quirk, QuirkCheck> &highlevelQuirkChecks()
{
    static const QHash<Quirk, QuirkCheck> checks {
        {Quirk::SearchIndexLags, searchIndexLags},
        {Quirk::SearchHitsAreLowerCase, searchHitsAreLowerCase},
        {Quirk::SearchWindowEnds, searchWindowEnds},
        {Quirk::DuplicateIsRefused, duplicateIsRefused},
        {Quirk::CreateMayAnswer422, createMayAnswer422},
        {Quirk::UpsertDropsIdentifier, upsertDropsIdentifier},
        {Quirk::TagsBecomeLowerCase, tagsBecomeLowerCase},
        {Quirk::CustomFieldShapesDiffer, customFieldShapesDiffer},
        {Quirk::UnknownCustomFieldIsDropped, unknownCustomFieldIsDropped},
        {Quirk::UnknownPropertyIsRefused, unknownPropertyIsRefused},
        {Quirk::VersionIsRequired, versionIsRequired},
        {Quirk::RefreshTokenRotates, refreshTokenRotates},
        {Quirk::TaskUpdateNeedsTitleAndDue, taskUpdateNeedsTitleAndDue},
        {Quirk::TaskDueRefusesMilliseconds, taskDueRefusesMilliseconds},
        {Quirk::SuccessFlagIsMisspelt, successFlagIsMisspelt},
        {Quirk::BusinessReplyIsMisspelt, businessReplyIsMisspelt},
        {Quirk::WorkflowAnswers201, workflowAnswers201},
        {Quirk::CompanyNameIsNotUpdatable, companyNameIsNotUpdatable},
        {Quirk::CustomFieldsMerge, customFieldsMerge},
        {Quirk::AppointmentsHaveNoZone, appointmentsHaveNoZone},
        {Quirk::PhoneBecomesE164, phoneBecomesE164},
        {Quirk::HighLevelNullClears, nullClears},
        {Quirk::MergedContactVanishes, mergedContactVanishes},
        {Quirk::BurstAllowanceIsShared, burstAllowanceIsShared},
        {Quirk::WebhooksAreSigned, webhooksAreSigned},
        {Quirk::UnknownIdAnswers400, unknownIdAnswers400},
        {Quirk::DropDownOptionsAreDropped, dropDownOptionsAreDropped},
        {Quirk::TaskEventsAreThin, taskEventsAreThin},
        {Quirk::SignInHandsBackState, signInHandsBackState},
    };
    return checks;
}

} // namespace twinbook::sandbox
