// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultchecks.h"
#include "sandbox/faultkinds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

using Kind = Fault::Kind;

//! Every kind of fault does on the wire what it is named for.
class TestSandboxFaultKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areManyAndNamed()
    {
        QVERIFY(faultKinds().size() >= 40);
        QSet<QString> names;
        for (const FaultFacts &facts : faultKinds()) {
            const QString name = QString::fromLatin1(facts.name);
            names.insert(name);
            QCOMPARE(faultNamed(name), std::optional(facts.kind));
            QCOMPARE(factsOf(facts.kind).name, facts.name);
            QVERIFY(QByteArray(facts.description).endsWith('.'));
        }
        QCOMPARE(static_cast<std::size_t>(names.size()), faultKinds().size());
        QVERIFY(!faultNamed(u"reset"_s));
    }

    void showsOnTheWire_data()
    {
        QTest::addColumn<int>("kind");
        for (const FaultFacts &facts : faultKinds())
            QTest::newRow(facts.name) << static_cast<int>(facts.kind);
    }
    void showsOnTheWire()
    {
        QFETCH(int, kind);
        const auto checked = static_cast<Kind>(kind);
        if (factsOf(checked).target == FaultTarget::Event)
            return; // deliversWronglyOnPurpose() in tst_sandbox_webhooks has these
        bool isChecked = false;
        if (const auto outcome = faultOutcomes().constFind(checked);
            outcome != faultOutcomes().constEnd()) {
            FaultWorld world(checked);
            world.setUp();
            // A connection that is expected to close is waited for; one that stays is not.
            const RawReply reply = world.rename(outcome->closed ? 20'000 : 100);
            QCOMPARE(reply.status, outcome->status);
            QCOMPARE(world.isRenamed(), outcome->happened);
            QCOMPARE(reply.closed, outcome->closed);
            isChecked = true;
        }
        for (const auto *table : {&faultFormChecks(), &faultContentChecks()}) {
            const auto check = table->constFind(checked);
            if (check == table->constEnd())
                continue;
            FaultWorld world(checked);
            QCOMPARE((*check)(world), QString());
            isChecked = true;
        }
        QVERIFY2(isChecked, "this kind has no check");
    }

    void hitsOnlyWhatItConcerns()
    {
        FaultWorld world(Kind::Conflict);
        world.setUp();
        QCOMPARE(world.get(world.path()).status, 200); // reading is no conflict
        QCOMPARE(world.rename().status, 409);
        QCOMPARE(world.rename().status, 200);
    }

    void hitsASeededShare()
    {
        const auto pattern = [](quint64 seed) {
            FaultWorld world(Kind::Forbidden);
            world.setUp({.times = FaultAim::always, .share = 0.3, .seed = seed});
            QByteArray hits;
            for (int i = 0; i < 60; ++i)
                hits.append(world.client.officernd("GET", world.path()).status == 403 ? 'x' : '.');
            return hits;
        };
        const QByteArray one = pattern(1);
        QCOMPARE(pattern(1), one);
        QVERIFY(pattern(2) != one);
        QVERIFY2(one.count('x') > 8 && one.count('x') < 30, one.constData());
    }

    void alsoHitsHighlevel()
    {
        FaultWorld world(Kind::TotalIsZero);
        world.setUp({.side = Side::Right});
        const Response search = world.client.search({{u"pageLimit"_s, 5}});
        QCOMPARE(search.json.value(u"total"_s).toInt(-1), 0);
        QCOMPARE(search.json.value(u"contacts"_s).toArray().size(), 5);
        world.sandbox.failNext({.side = Side::Right}, {.kind = Kind::QuotaUsedByOthers});
        const Response used = world.client.search({{u"pageLimit"_s, 5}});
        QCOMPARE(used.status, 429);
        QCOMPARE(used.headers.value("x-ratelimit-remaining"), QByteArray("0"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaultKinds)
#include "tst_sandbox_faultkinds.moc"
