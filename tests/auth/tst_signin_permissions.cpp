// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientcredentials.h"
#include "auth/memorysecretstore.h"
#include "auth/oauthfaults.h"
#include "authorizationserver.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "officernd/officerndsignin.h"
#include "support/adjustableclock.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

namespace {

const QList<ScopeGroup> &features()
{
    static const QList<ScopeGroup> groups {{u"people"_s, {u"people.read"_s}},
                                           {u"changes"_s, {u"people.write"_s}},
                                           {u"bookings"_s, {u"bookings.read"_s}},
                                           {u"tickets"_s, {u"tickets.read"_s}}};
    return groups;
}

//! Everything asked for by a negotiation with a service that grants only `granted`.
QList<QStringList> negotiate(ScopeNegotiation &negotiation, const QStringList &granted)
{
    QList<QStringList> asked;
    while (const auto scopes = negotiation.next()) {
        asked.append(*scopes);
        const bool all = std::all_of(scopes->cbegin(), scopes->cend(),
                                     [&](const QString &scope) { return granted.contains(scope); });
        if (all)
            negotiation.granted();
        else
            negotiation.refused();
    }
    return asked;
}

//! A customer's own application, which is granted people.read, people.write and tickets.read.
struct Machine
{
    Machine(const QUrl &server, const QList<ScopeGroup> &groups)
        : identity({clock, transport, limiter, faults}, server)
        , tokens(secrets, clock, identity, {u"machine"_s, u"secret"_s, {}, {}, groups},
                 u"OfficeRnD"_s)
    {
        (void)outcome(secrets.write(u"secret"_s, u"machine-secret"_s));
    }

    AdjustableClock clock;
    NetworkTransport transport;
    MemorySecretStore secrets;
    RateLimiter limiter {clock, {{5, 1s}, {5, 1s}}};
    OAuthFaults faults {u"OfficeRnD"_s, OAuthFaults::Grant::Refresh};
    HttpClient identity;
    ClientCredentialsTokenSource tokens;
};

} // namespace

class TestSignInPermissions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingGrantedTakesOneQuestion()
    {
        ScopeNegotiation negotiation(features());
        QCOMPARE(
            negotiate(negotiation,
                      {u"people.read"_s, u"people.write"_s, u"bookings.read"_s, u"tickets.read"_s})
                .size(),
            1);
        QCOMPARE(negotiation.refusedGroups(), QStringList());
    }

    void oneRefusedGroupTakesNoOtherAlong()
    {
        // Every combination of granted groups, the required one included.
        for (unsigned mask = 0; mask < 16; ++mask) {
            QStringList granted;
            QStringList keys;
            for (qsizetype i = 0; i < features().size(); ++i) {
                if ((mask >> static_cast<unsigned>(i)) & 1U) {
                    granted += features().at(i).scopes;
                    keys += features().at(i).key;
                }
            }
            ScopeNegotiation negotiation(features());
            const QList<QStringList> asked = negotiate(negotiation, granted);
            const bool people = keys.contains(u"people"_s);
            QCOMPARE(negotiation.grantedGroups(), people ? keys : QStringList());
            QVERIFY(asked.size() <= features().size() + 1);
            if (people)
                QCOMPARE(negotiation.grantedScopes(), granted);
            // Nothing that was refused is asked for again.
            QCOMPARE(QSet<QStringList>(asked.cbegin(), asked.cend()).size(), asked.size());
        }
    }

    void theTableHoldsEveryScopeOnce()
    {
        QStringList scopes;
        for (const ScopeGroup &group : officeRnDScopeGroups()) {
            QVERIFY(!officeRnDScopeGroupTitle(group.key).isEmpty());
            scopes += group.scopes;
        }
        QVERIFY(std::all_of(scopes.cbegin(), scopes.cend(),
                            [](const QString &scope) { return scope.startsWith(u"flex."_s); }));
        QCOMPARE(scopes.removeDuplicates(), 0);
        const QList<ScopeGroup> chosen = officeRnDScopeGroups({u"tickets"_s, u"unknown"_s});
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.at(0).key, u"people"_s);
    }

    void aRealServerIsAskedForWhatItGrants()
    {
        AuthorizationServer server;
        if (const QString reason = server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        Machine machine(server.url(), features());
        const QByteArray token = outcome(machine.tokens.token()).value();
        QCOMPARE(machine.tokens.refusedGroups(), QStringList {u"bookings"_s});
        QCOMPARE(machine.tokens.grantedScopes(),
                 (QStringList {u"people.read"_s, u"people.write"_s, u"tickets.read"_s}));
        QCOMPARE(server.control().value("machine"_L1).toInt(), 5);

        // The token is used until a minute before it runs out; then one request is enough.
        machine.clock.advance(3599s - 65s);
        QCOMPARE(outcome(machine.tokens.token()).value(), token);
        machine.clock.advance(10s);
        QVERIFY(outcome(machine.tokens.token()).value() != token);
        QCOMPARE(server.control().value("machine"_L1).toInt(), 6);
    }

    void withoutTheRequiredGroupThereIsNoToken()
    {
        AuthorizationServer server;
        if (const QString reason = server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        Machine machine(server.url(),
                        {{u"bookings"_s, {u"bookings.read"_s}}, {u"people"_s, {u"people.read"_s}}});
        QCOMPARE(outcome(machine.tokens.token()).error().kind, ErrorKind::Forbidden);
        QCOMPARE(server.control().value("machine"_L1).toInt(), 2);
    }

    void theServicesLimitIsKept()
    {
        AuthorizationServer server;
        if (const QString reason = server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QList<ScopeGroup> groups = features();
        groups.append({u"more"_s, {u"bookings.read"_s, u"x"_s}});
        groups.append({u"even more"_s, {u"bookings.read"_s, u"y"_s}});
        Machine machine(server.url(), groups);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(outcome(machine.tokens.token()));
        QCOMPARE(server.control().value("machine"_L1).toInt(), 7);
        QVERIFY(elapsed.elapsed() >= 900); // the sixth had to wait for the next second
        QCOMPARE(machine.tokens.refusedGroups().size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSignInPermissions)
#include "tst_signin_permissions.moc"
