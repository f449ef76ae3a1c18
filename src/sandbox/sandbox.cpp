// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandbox.h"

#include "sandbox/sandboxprivate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr int stateVersion = 1;

QUrl loopbackUrl(quint16 port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    return url;
}

} // namespace

Sandbox::Sandbox(const SandboxOptions &options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(options))
{ }

Sandbox::~Sandbox() = default;

Result<> Sandbox::start()
{
    if (m_d->left.slug.isEmpty()) {
        if (auto furnished = m_d->furnish(); !furnished)
            return furnished;
    }
    if (auto opened = m_d->leftFront.start(m_d->options.officerndPort); !opened)
        return opened;
    return m_d->rightFront.start(m_d->options.highlevelPort);
}

QUrl Sandbox::officerndUrl() const
{
    return loopbackUrl(m_d->leftFront.port());
}

QUrl Sandbox::identityUrl() const
{
    return officerndUrl();
}

QUrl Sandbox::highlevelUrl() const
{
    return loopbackUrl(m_d->rightFront.port());
}

SandboxCredentials Sandbox::credentials() const
{
    return {
        .organization = m_d->left.slug,
        .clientId = m_d->leftService.tokens().clientId(),
        .clientSecret = m_d->leftService.tokens().clientSecret(),
        .locationId = m_d->right.locationId,
        .privateToken = m_d->rightService.tokens().privateToken(),
        .appClientId = m_d->rightService.tokens().clientId(),
        .appClientSecret = m_d->rightService.tokens().clientSecret(),
    };
}

Result<> Sandbox::startControl(quint16 port)
{
    Q_ASSERT(!m_d->control);
    m_d->control = std::make_unique<Control>(*this);
    return m_d->control->start(port);
}

QUrl Sandbox::controlUrl() const
{
    return loopbackUrl(m_d->control ? m_d->control->port() : 0);
}

QString Sandbox::controlSecret() const
{
    return m_d->control ? m_d->control->secret() : QString();
}

SandboxOptions::Pace Sandbox::pace() const
{
    return m_d->options.pace;
}

QJsonObject Sandbox::toJson() const
{
    return {{u"version"_s, stateVersion},
            {u"officernd"_s, m_d->left.toJson()},
            {u"highlevel"_s, m_d->right.toJson()}};
}

Result<> Sandbox::loadState(const QJsonObject &state)
{
    // Tried on the side first: a state that fails half-way must not cost the one in use.
    officernd::State left(0, m_d->clock);
    highlevel::State right(0, m_d->clock);
    const bool good = state.value(u"version"_s) == stateVersion
        && left.load(state.value(u"officernd"_s).toObject())
        && right.load(state.value(u"highlevel"_s).toObject());
    if (!good)
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "Sandbox",
                "The saved practice people cannot be read, so they were not opened. Start "
                "practice mode with new people."),
            .detail = {},
        });
    (void)m_d->left.load(state.value(u"officernd"_s).toObject());
    (void)m_d->right.load(state.value(u"highlevel"_s).toObject());
    return {};
}

const RequestLog &Sandbox::requestLog() const
{
    return m_d->log;
}

void Sandbox::clearRequestLog()
{
    m_d->log.clear();
}

void Sandbox::failNext(const FaultAim &aim, const Fault &fault)
{
    m_d->faults.add(aim, fault);
}

void Sandbox::clearFaults()
{
    m_d->faults.clear();
}

const QList<PendingFault> &Sandbox::faults() const
{
    return m_d->faults.pending();
}

QuirkSet Sandbox::quirks() const
{
    return m_d->left.quirks;
}

void Sandbox::setQuirks(const QuirkSet &quirks)
{
    m_d->left.quirks = quirks;
    m_d->right.quirks = quirks;
    m_d->rightEvents.setQuirks(quirks);
    m_d->leftService.board().computeAll();
}

QDateTime Sandbox::now() const
{
    return m_d->clock.now();
}

void Sandbox::advanceClock(std::chrono::milliseconds by)
{
    m_d->clock.advance(by);
    m_d->leftService.board().passTime();
}

void Sandbox::revokeToken(Side side)
{
    m_d->revokeToken(side);
}

void Sandbox::changeClientSecret()
{
    m_d->leftService.tokens().changeSecret();
}

Result<> Sandbox::sendHighlevelEventsTo(const QUrl &address)
{
    return m_d->rightEvents.sendTo(address);
}

QByteArray Sandbox::highlevelEventKey() const
{
    return m_d->rightEvents.publicKeyPem();
}

QString Sandbox::truthOf(Side side, const RemoteId &id) const
{
    return side == Side::Left ? m_d->left.truth.value(id.text())
                              : m_d->right.truth.value(id.text());
}

} // namespace twinbook::sandbox
