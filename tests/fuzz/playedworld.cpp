// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedworld.h"

#include "sandbox/officernd/scopes.h"
#include "sandbox/requestlog.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

//! Long before a sign-in ends.
constexpr int requestsPerSignIn = 50;

} // namespace

PlayedWorld::PlayedWorld(const QJsonObject &world)
    : m_left(7, m_clock)
    , m_right(7, m_clock)
    , m_post(m_faults)
    , m_leftService(m_left, sandbox::SandboxOptions::Pace::Relaxed, m_post)
    , m_rightService(m_right, {})
    , m_rightEvents(m_right.stamps, {}, m_post)
{
    m_world[Side::Left] = world.value(u"officernd"_s).toObject();
    m_world[Side::Right] = world.value(u"highlevel"_s).toObject();
    m_right.announce = [this](const QString &type, const QJsonObject &members) {
        m_rightEvents.tell(type, m_right.locationId, m_rightService.tokens().appId(), members);
    };
    if (!m_rightEvents.sendTo(QUrl(u"http://127.0.0.1:9/events"_s)))
        qFatal("events have no address");
    loseEvents();
    for (const Side side : bothSides)
        beginAnew(side);
}

//! Behind all that makes them, before the network.
void PlayedWorld::loseEvents()
{
    for (const Side side : bothSides) {
        m_faults.add({.side = side, .times = sandbox::FaultAim::always},
                     {.kind = sandbox::Fault::Kind::EventLost});
    }
}

void PlayedWorld::signIn()
{
    const sandbox::officernd::TokenDesk &desk = m_leftService.tokens();
    const QStringList scopes = sandbox::officernd::knownScopes().values();
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    form.addQueryItem(u"client_id"_s, desk.clientId());
    form.addQueryItem(u"client_secret"_s, desk.clientSecret());
    form.addQueryItem(u"scope"_s, scopes.join(u' '));
    const sandbox::HttpReply reply = m_leftService.handle(
        sandbox::requestOf("POST", QUrl(u"http://127.0.0.1/oauth/token"_s),
                           {{"Content-Type", "application/x-www-form-urlencoded"}},
                           form.toString(QUrl::FullyEncoded).toLatin1()));
    const QString token = QJsonDocument::fromJson(reply.body)[u"access_token"_s].toString();
    if (token.isEmpty())
        qFatal("the played service refused a sign-in: %s", reply.body.constData());
    m_bearer[Side::Left] = "Bearer " + token.toLatin1();
    m_bearer[Side::Right] = "Bearer " + m_rightService.tokens().privateToken().toLatin1();
}

QString PlayedWorld::prefix(Side side) const
{
    return side == Side::Left ? QString(u"/api/v2/organizations/"_s + m_left.slug) : QString();
}

sandbox::PlayedService &PlayedWorld::service(Side side)
{
    if (side == Side::Left)
        return m_leftService;
    return m_rightService;
}

void PlayedWorld::beginAnew(Side side)
{
    const bool good = side == Side::Left ? m_left.load(m_world[side]) : m_right.load(m_world[side]);
    if (!good)
        qFatal("the world of the stage cannot be read");
}

sandbox::HttpReply PlayedWorld::answer(Side side, sandbox::HttpRequest request)
{
    using sandbox::RequestNature;
    m_clock.advance(std::chrono::seconds(1));
    if (m_requests++ % requestsPerSignIn == 0) {
        // Away with what hostile sign-ins have left behind.
        m_leftService.tokens().revokeTokens();
        m_rightService.tokens().revokeEverything();
        signIn();
    }
    request.headers.insert("authorization", m_bearer[side]);
    const sandbox::HttpReply reply = service(side).handle(request);
    // What only reads leaves the world as it was.
    if (sandbox::natureOf(request.method, request.path) != RequestNature::Reading)
        beginAnew(side);
    return reply;
}

sandbox::HttpRequest requestIn(QByteArrayView text)
{
    const QByteArray whole = text.toByteArray();
    const qsizetype end = whole.indexOf("\n\n");
    QList<QByteArray> head = (end < 0 ? whole : whole.left(end)).split('\n');
    const QByteArray line = head.takeFirst();
    const qsizetype blank = line.indexOf(' ');
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QByteArray &header : std::as_const(head)) {
        const qsizetype colon = header.indexOf(':');
        if (colon > 0)
            headers.append({header.left(colon), header.mid(colon + 1).trimmed()});
    }
    const QUrl url = QUrl::fromEncoded("http://127.0.0.1" + line.mid(blank + 1));
    return sandbox::requestOf(line.left(qMax<qsizetype>(blank, 0)), url, headers,
                              end < 0 ? QByteArray() : whole.mid(end + 2));
}

} // namespace twinbook::fuzz
