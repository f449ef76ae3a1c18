// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probestage.h"

#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "officernd/service.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::test {

namespace {

sandbox::SandboxOptions optionsFor(const QuirkSet &played, std::chrono::milliseconds lag,
                                   const Clock &clock)
{
    sandbox::SandboxOptions options;
    options.quirks = played;
    options.searchIndexLag = lag;
    options.clock = &clock;
    return options;
}

} // namespace

ProbeStage::ProbeStage(Side side, const QuirkSet &played, std::chrono::milliseconds lag)
    : m_side(side)
    , m_sandbox(std::make_unique<sandbox::Sandbox>(optionsFor(played, lag, m_still)))
{
    if (const Result<> started = m_sandbox->start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    const sandbox::SandboxCredentials keys = m_sandbox->credentials();
    if (side == Side::Right) {
        HighLevelSettings settings;
        settings.apiUrl = m_sandbox->highlevelUrl();
        settings.locationId = keys.locationId;
        settings.hosts = HostPolicy::AlsoLoopback;
        (void)outcome(m_secrets.write(highLevelSecretKey(keys.locationId), keys.privateToken));
        m_account = createHighLevelService(settings, m_secrets, m_clock, m_transport).value();
        return;
    }
    OfficeRnDSettings settings;
    settings.apiUrl = QUrl(m_sandbox->officerndUrl().toString() + u"/api/v2"_s);
    settings.identityUrl = m_sandbox->identityUrl();
    settings.organization = keys.organization;
    settings.clientId = keys.clientId;
    settings.hosts = HostPolicy::AlsoLoopback;
    (void)outcome(m_secrets.write(officeRnDSecretKey(keys.organization), keys.clientSecret));
    m_account = createOfficeRnDService(settings, m_secrets, m_clock, m_transport).value();
}

ProbeStage::~ProbeStage() = default;

std::unique_ptr<ProbeJob> ProbeStage::probe(RawEffect effect, const QString &name)
{
    return std::make_unique<ProbeJob>(
        ProbeOrder {.service = m_side, .effect = effect, .testAccount = name}, *m_account, m_clock);
}

Result<ProbeReport> ProbeStage::probed()
{
    return outcome(probe(RawEffect::Writes, m_account->accountId()));
}

Result<RawReply> ProbeStage::send(const RawRequest &request)
{
    return outcome(m_account->sendRaw(request));
}

void ProbeStage::makeAppointment()
{
    const Result<RawReply> calendars
        = send(readRequest({u"calendars"_s, QString()}, {{u"locationId"_s, m_account->accountId()}},
                           u"calendars.readonly"_s));
    const QString calendar
        = QJsonDocument::fromJson(calendars.value().body.toUtf8())["calendars"_L1]
              .toArray()
              .first()["id"_L1]
              .toString();
    const QString guest = m_sandbox->people(Side::Right).constFirst().value(u"id"_s).toString();
    const QString start = m_clock.now().addDays(1).toString(u"yyyy-MM-dd"_s) + u"T10:00:00Z"_s;
    const Result<RawReply> made
        = send(writeRequest(RawMethod::Post, {u"calendars"_s, u"events"_s, u"appointments"_s},
                            {{u"calendarId"_s, calendar},
                             {u"locationId"_s, m_account->accountId()},
                             {u"contactId"_s, guest},
                             {u"startTime"_s, start}},
                            u"calendars/events.write"_s));
    if (made.value().status >= 300)
        qFatal("%s", qPrintable(made.value().body));
}

} // namespace twinbook::test
