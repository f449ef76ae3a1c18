// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandbox.h"

#include "sandbox/control.h"
#include "sandbox/csv/csvpeople.h"
#include "sandbox/eventpost.h"
#include "sandbox/highlevel/service.h"
#include "sandbox/officernd/community.h"
#include "sandbox/officernd/service.h"
#include "sandbox/people/peoplegenerator.h"
#include "sandbox/people/population.h"
#include "sandbox/servicefront.h"
#include "sandbox/shiftedclock.h"
#include "sandbox/webhooks/highlevelevents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr int stateVersion = 1;
//! The two services must not give out related ids.
constexpr quint64 highlevelSeed = 0x5851F42D4C957F2DULL;

QUrl loopbackUrl(quint16 port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    return url;
}

Error refusal(const ServiceFailure &failure)
{
    return {
        .kind = failure.meta.isEmpty() ? ErrorKind::Rejected : ErrorKind::Conflict,
        .message = QCoreApplication::translate(
            "Sandbox", "The practice service did not accept this change. Check the values."),
        .detail = failure.message.isArray()
            ? failure.message.toVariant().toStringList().join(u"; "_s)
            : failure.message.toString(),
        .httpStatus = failure.status,
        .existing = RemoteId(failure.meta.value(u"contactId"_s).toString()),
    };
}

} // namespace

struct Sandbox::Private
{
    explicit Private(const SandboxOptions &given)
        : options(given)
        , clock(given.clock ? *given.clock : systemClock)
        , left(given.seed, clock)
        , right(given.seed ^ highlevelSeed, clock, given.searchIndexLag, given.quirks)
        , post(faults)
        , leftService(left, given.pace, post)
        , rightService(right, given)
        , leftFront(Side::Left, leftService, bystanders(Side::Left), faults, log, clock)
        , rightFront(Side::Right, rightService, bystanders(Side::Right), faults, log, clock)
        , rightEvents(right.stamps, given.quirks, post)
    {
        left.quirks = given.quirks;
        right.announce = [this](const QString &type, const QJsonObject &members) {
            rightEvents.tell(type, right.locationId, rightService.tokens().appId(), members);
        };
    }

    [[nodiscard]] Result<> furnish();
    [[nodiscard]] Bystanders bystanders(Side side);
    void revokeToken(Side side);
    [[nodiscard]] Served<> merge(Side side, const QString &kept, const QString &gone);
    [[nodiscard]] const RecordTable &peopleOf(Side side) const
    {
        return side == Side::Left ? left.members : right.contacts;
    }

    SandboxOptions options;
    SystemClock systemClock;
    ShiftedClock clock;
    officernd::State left;
    highlevel::State right;
    FaultPlan faults;
    RequestLog log;
    EventPost post;
    officernd::Service leftService;
    highlevel::Service rightService;
    ServiceFront leftFront;
    ServiceFront rightFront;
    HighLevelEvents rightEvents;
    std::unique_ptr<Control> control;
};

Result<> Sandbox::Private::furnish()
{
    AddressBooks books;
    if (options.csv) {
        auto read = readAddressBooks(*options.csv);
        if (!read)
            return Failure(read.error());
        books = *std::move(read);
    } else {
        books = inventPeople(options.people, options.seed);
    }
    left.furnish(books.country, books.city, books.timeZone);
    right.furnish(books.country, books.timeZone);
    populate(left, books.officernd);
    populate(right, books.highlevel);
    officernd::furnishCommunity(left, options.seed);
    leftService.board().computeAll();
    return {};
}

Bystanders Sandbox::Private::bystanders(Side side)
{
    return {.revokeTokens = [this, side] { revokeToken(side); },
            .mergeAway =
                [this, side](const QString &id) {
                    for (const auto &[other, document] : peopleOf(side).all()) {
                        if (other == id)
                            continue;
                        (void)merge(side, QString(other), id);
                        return;
                    }
                }};
}

void Sandbox::Private::revokeToken(Side side)
{
    if (side == Side::Left)
        leftService.tokens().revokeTokens();
    else
        rightService.tokens().rotatePrivateToken();
}

Served<> Sandbox::Private::merge(Side side, const QString &kept, const QString &gone)
{
    if (side == Side::Left)
        return leftService.members().merge(kept, gone);
    return rightService.contacts().merge(kept, gone);
}

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

QList<QJsonObject> Sandbox::people(Side side) const
{
    QList<QJsonObject> list;
    for (const auto &[id, document] : m_d->peopleOf(side).all())
        list.append(document);
    return list;
}

QJsonObject Sandbox::person(Side side, const RemoteId &id) const
{
    const QJsonObject *found = m_d->peopleOf(side).find(id.text());
    return found ? *found : QJsonObject();
}

QList<RemoteId> Sandbox::findPeople(Side side, const QString &text) const
{
    QList<RemoteId> found;
    for (const auto &[id, document] : m_d->peopleOf(side).all()) {
        if (document.value(u"name"_s).toString().contains(text, Qt::CaseInsensitive)
            || document.value(u"email"_s).toString().contains(text, Qt::CaseInsensitive))
            found.append(RemoteId(id));
    }
    return found;
}

Result<> Sandbox::editPerson(Side side, const RemoteId &id, const QJsonObject &changes)
{
    if (side == Side::Right) {
        const auto updated = m_d->rightService.contacts().update(id.text(), changes,
                                                                 highlevel::ContactWrite::Page);
        return updated ? Result<>() : Failure(refusal(updated.error()));
    }
    QJsonObject body = changes;
    const QJsonValue company = body.take(u"company"_s);
    officernd::Members &members = m_d->leftService.members();
    if (const auto updated = members.update(id.text(), body); !updated)
        return Failure(refusal(updated.error()));
    if (company.isUndefined())
        return {};
    const auto moved = members.moveToCompany(id.text(), {{u"company"_s, company}});
    return moved ? Result<>() : Failure(refusal(moved.error()));
}

Result<RemoteId> Sandbox::addPerson(Side side, const QJsonObject &fields)
{
    QJsonObject body = fields;
    const auto fill = [&body](const QString &name, const QString &value) {
        if (!body.contains(name))
            body.insert(name, value);
    };
    if (side == Side::Left) {
        fill(u"location"_s, m_d->left.firstLocation());
        fill(u"startDate"_s, isoStamp(m_d->left.stamps.now()));
        const auto created = m_d->leftService.members().create(body);
        if (!created)
            return Failure(refusal(created.error()));
        return RemoteId(created->value(u"_id"_s).toString());
    }
    fill(u"locationId"_s, m_d->right.locationId);
    const auto created = m_d->rightService.contacts().create(body);
    if (!created)
        return Failure(refusal(created.error()));
    return RemoteId(created->value(u"id"_s).toString());
}

Result<> Sandbox::removePerson(Side side, const RemoteId &id)
{
    if (side == Side::Left) {
        if (const auto removed = m_d->leftService.members().remove(id.text()); !removed)
            return Failure(refusal(removed.error()));
    } else if (const auto removed = m_d->rightService.contacts().remove(id.text()); !removed) {
        return Failure(refusal(removed.error()));
    }
    return {};
}

Result<> Sandbox::mergePeople(Side side, const RemoteId &kept, const RemoteId &gone)
{
    const auto merged = m_d->merge(side, kept.text(), gone.text());
    return merged ? Result<>() : Failure(refusal(merged.error()));
}

RemoteId Sandbox::companyAtOfficernd(const QString &name)
{
    return RemoteId(m_d->left.companyNamed(name, m_d->left.stamps.next()));
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
