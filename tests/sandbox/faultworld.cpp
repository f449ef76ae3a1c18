// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultworld.h"

#include "sandbox/gzipbomb.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

FaultWorld::FaultWorld(Fault::Kind fault)
    : client(sandbox)
    , kind(fault)
{
    if (!sandbox.start())
        qFatal("the sandbox does not start");
    client.signIn();
    token = client.token().toLatin1();
    person = sandbox.people(Side::Left).first();
    id = person.value(u"_id"_s).toString();
}

void FaultWorld::setUp(const FaultAim &aim)
{
    if (kind == Fault::Kind::GzipBomb)
        (void)gzipBomb(); // made once, which takes a while
    sandbox.failNext(aim, {.kind = kind, .lasting = std::chrono::milliseconds(200)});
}

RawReply FaultWorld::ask(const QByteArray &method, const QString &path, const QJsonObject &body,
                         int linger)
{
    // A fault that keeps silent is known by waiting a little; any other one has something to say,
    // and a busy machine may take its time over 64 MB.
    const bool isSilent = kind == Fault::Kind::NoReply || kind == Fault::Kind::AppliedThenSilence;
    const int patience = isSilent ? 400 : 20'000;
    const QUrl url(sandbox.officerndUrl().toString() + "/api/v2/organizations/"_L1
                   + sandbox.credentials().organization + path);
    return rawExchange(url, method, token,
                       method == "GET" ? QByteArray() : QJsonDocument(body).toJson(),
                       "application/json", patience, linger);
}

RawReply FaultWorld::rename(int linger)
{
    return ask("PUT", path(), {{u"name"_s, u"Renamed By Test"_s}}, linger);
}

bool FaultWorld::isRenamed() const
{
    return stored().value(u"name"_s) == u"Renamed By Test"_s;
}

QString FaultWorld::path() const
{
    return u"/members/"_s + id;
}

RawReply FaultWorld::secondPage()
{
    const RawReply first = get(u"/members?$limit=10"_s);
    before = rows(first);
    const QByteArray cursor
        = QUrl::toPercentEncoding(first.json().value(u"cursorNext"_s).toString());
    return get(u"/members?$limit=10&$cursorNext="_s + QString::fromLatin1(cursor));
}

QJsonArray FaultWorld::rows(const RawReply &reply)
{
    return reply.json().value(u"results"_s).toArray();
}

} // namespace twinbook::sandbox
