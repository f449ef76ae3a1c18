// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "promises.h"

#include "auth/oauthfaults.h"
#include "highlevel/faults.h"
#include "highlevel/settings.h"
#include "net/baseurl.h"
#include "net/loggable.h"
#include "net/ratereading.h"
#include "net/rawcall.h"
#include "net/replyreader.h"
#include "net/requestlog.h"
#include "officernd/faults.h"
#include "officernd/organization.h"
#include "probe/evidence.h"
#include "stage.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);

//! The status, then the headers, then a blank line and the body.
TransportReply replyOf(QByteArrayView text)
{
    const QByteArray whole = text.toByteArray();
    const qsizetype end = whole.indexOf("\n\n");
    QList<QByteArray> head = (end < 0 ? whole : whole.left(end)).split('\n');
    TransportReply reply;
    reply.response.status = head.takeFirst().toInt();
    QList<HttpHeader> headers;
    for (const QByteArray &line : std::as_const(head)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon), line.mid(colon + 1)});
    }
    reply.response.headers = HttpHeaders(headers);
    reply.response.body = end < 0 ? QByteArray() : whole.mid(end + 2);
    return reply;
}

QString beginOf(QByteArrayView text, qsizetype length)
{
    return QString::fromUtf8(text.first(qMin(text.size(), length)));
}

HttpRequest someRequest()
{
    HttpRequest request = getRequest({u"contacts"_s, u"ve9EPM428h8vShlRW1KT"_s});
    request.permission = u"contacts.readonly"_s;
    return request;
}

void readWith(const FaultReader &reader, QByteArrayView text)
{
    static const HttpRequest request = someRequest();
    const auto object = readReply(request, replyOf(text), now);
    if (object)
        return;
    for (const auto credential : {Fault::Credential::MaybeStale, Fault::Credential::Fresh}) {
        Fault fault = object.error();
        fault.credential = credential;
        const Error error = reader.read(fault);
        expectSentence(error);
        expect(error.kind != ErrorKind::Bug, "what a service sends is no bug of ours");
        expect(error.retryAfter.value_or(std::chrono::milliseconds()).count() >= 0,
               "a wait is not negative");
        (void)reader.again(fault);
    }
}

class CommonFaults final : public FaultReader
{
public:
    Error read(const Fault &fault) const override { return commonError(fault, u"OfficeRnD"_s); }
};

void readHeaders(QByteArrayView text)
{
    const HttpHeaders headers = replyOf(text).response.headers;
    for (const RateClass rateClass : {RateClass::Read, RateClass::Write}) {
        if (const auto reading = rateReading(headers, rateClass, now)) {
            expect(reading->window.limit > 0, "an allowance is more than nothing");
            expect(reading->window.length.count() > 0, "a window has a length");
            expect(reading->remaining >= 0, "what is left is not negative");
        }
        if (const auto reading = dailyReading(headers, rateClass, now)) {
            expect(reading->limit > 0, "the day's allowance is more than nothing");
            expect(reading->remaining >= 0, "what is left of the day is not negative");
        }
    }
    const auto wait = headers.retryAfter(now);
    expect(!wait || wait->count() >= 0, "a wait is not negative");
}

//! What is written down about an exchange is one line of JSON, whatever came.
void readForLog(QByteArrayView text)
{
    const TransportReply reply = replyOf(text);
    RequestRecord record;
    record.sentAt = now;
    record.service = u"HighLevel"_s;
    record.method = u"GET"_s;
    HttpRequest request
        = getRequest({u"contacts"_s, beginOf(text, 100)}, {{u"email"_s, beginOf(text, 50)}});
    record.path = loggablePath(request);
    record.trace = traceOf(objectOf(reply.response.body), reply.response.headers);
    const QByteArray line = toJsonLine(record);
    expect(line.endsWith('\n') && line.count('\n') == 1, "a record is one line");
    expect(!QJsonDocument::fromJson(line).isNull(), "a record is JSON");
    (void)toCsvLine(record);
}

void readForEvidence(QByteArrayView text)
{
    const TransportReply reply = replyOf(text);
    RawReply raw;
    raw.status = reply.response.status;
    raw.headers = {{u"X-Trace-Id"_s, beginOf(text, 60)}};
    raw.body = withoutCredentials(QString::fromUtf8(reply.response.body), "pit-abc-def-123");
    expect(!raw.body.contains(u"pit-abc-def-123"_s), "no credential is shown");
    const QJsonObject evidence = evidenceOf(RawRequest(), raw);
    expect(!evidence.isEmpty(), "evidence of a reply says something");
    expect(harmless(raw.body, 80).size() <= 80, "what is harmless is short");
}

void readPastedAddress(QByteArrayView text)
{
    const QString pasted = QString::fromUtf8(text);
    const Result<QString> slug = organizationSlug(pasted);
    expectOutcome(slug, text);
    expect(!slug || !slug->isEmpty(), "an organisation has a name");
    const Result<QString> location = locationId(pasted);
    expectOutcome(location, text);
    expect(!location || !location->isEmpty(), "a sub-account has an id");
    const Result<QUrl> url
        = checkedBaseUrl(QUrl(pasted), {u".leadconnectorhq.com"_s}, HostPolicy::ServiceOnly);
    expectOutcome(url, text);
    if (url) {
        expect(url->scheme() == u"https"_s, "credentials go over https only");
        expect(url->host().endsWith(u".leadconnectorhq.com"_s), "credentials go to the service");
    }
}

} // namespace

QList<Target> httpTargets(Stage &stage)
{
    const QList<QByteArray> seeds = stage.wholeReplies();
    const auto with = [](std::shared_ptr<FaultReader> reader) {
        return [reader](QByteArrayView text) { readWith(*reader, text); };
    };
    using Grant = OAuthFaults::Grant;
    return {
        {u"net.reply"_s, seeds, with(std::make_shared<CommonFaults>())},
        {u"net.headers"_s, seeds, readHeaders},
        {u"net.request-record"_s, seeds, readForLog},
        {u"net.pasted-address"_s,
         {"https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/settings/company",
          "https://app.officernd.com/admin/oda-works/community", "https://eu.leadconnectorhq.com"},
         readPastedAddress},
        {u"probe.evidence"_s, seeds, readForEvidence},
        {u"officernd.refusal"_s, seeds, with(std::make_shared<officernd::ApiFaults>(u"oda"_s))},
        {u"officernd.identity-refusal"_s, seeds,
         with(std::make_shared<officernd::IdentityFaults>())},
        {u"highlevel.refusal"_s, seeds,
         with(std::make_shared<highlevel::ApiFaults>(u"ve9EPM428h8vShlRW1KT"_s))},
        {u"auth.code-refusal"_s, seeds,
         with(std::make_shared<OAuthFaults>(u"HighLevel"_s, Grant::Code))},
        {u"auth.refresh-refusal"_s, seeds,
         with(std::make_shared<OAuthFaults>(u"HighLevel"_s, Grant::Refresh))},
        {u"auth.exchange-refusal"_s, seeds,
         with(std::make_shared<OAuthFaults>(u"HighLevel"_s, Grant::Exchange))},
    };
}

} // namespace twinbook::fuzz
