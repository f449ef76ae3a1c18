// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultkinds.h"
#include "workspace/realworld.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;
using Kind = sandbox::Fault::Kind;
using Target = sandbox::FaultTarget;

Q_DECLARE_METATYPE(sandbox::FaultAim)
Q_DECLARE_METATYPE(sandbox::Fault)

//! Every kind of fault the sandbox can play, met while reading and while writing, at either
//! service. A fault may cost a sync, but never a person, a value or a second copy of somebody:
//! afterwards one more sync brings what an undisturbed one brings.
class TestEveryFault final : public QObject
{
    Q_OBJECT

private:
    static constexpr std::chrono::milliseconds lasting {300};

    PerSide<QStringList> m_undisturbed;
    int m_questions = 0;

    static bool spares(Kind kind)
    {
        // They change the world itself: their tests are in tst_otherhands.
        return kind == Kind::MergedAway || kind == Kind::TagCaseChanged
            || kind == Kind::PhoneRewritten || kind == Kind::EmailLowered
            || kind == Kind::TextTrimmed
            // A minute to wait out; tst_ratebudget has a clock for it.
            || kind == Kind::QuotaUsedByOthers;
    }

    static void addRow(const sandbox::FaultFacts &facts, const sandbox::FaultAim &aim)
    {
        const bool creates = aim.method == "POST" && !aim.pathPattern.endsWith("search"_L1);
        const char *doing = creates ? ", creating" : aim.method == "PUT" ? ", updating" : "";
        QTest::addRow("%s: %s%s", qPrintable(serviceKey(aim.side)), facts.name, doing)
            << aim << sandbox::Fault {.kind = facts.kind, .lasting = lasting};
    }

    //! Waiting out a refusal again and again would take minutes.
    static int howOften(Kind kind)
    {
        const bool takesTime = kind == Kind::TooMany || kind == Kind::TooManyWithoutWait
            || kind == Kind::TooManyForAges || kind == Kind::DayUsedUp;
        return takesTime ? 1 : sandbox::FaultAim::always;
    }

    static int pair(Kind kind) { return std::min(2, howOften(kind)); }

    //! The port of a service that refused connections is open again.
    static void letPass(Kind kind)
    {
        if (kind == Kind::ConnectionRefused)
            QTest::qWait(static_cast<int>(2 * lasting.count()));
    }

    //! Two minutes later, when no request can be under way any more.
    void isAsIfNothingHadHappened(RealWorld &world)
    {
        world.clock().advance(2min);
        const std::optional<Run> again = world.sync();
        QVERIFY2(again, qPrintable(world.error().message + world.error().detail));
        QCOMPARE(again->ending, RunEnding::Completed);
        QCOMPARE(again->failed, 0);
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), m_undisturbed[side]);
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.counts().of(PersonState::Link), 0);
        QCOMPARE(world.counts().questions, m_questions);
        QCOMPARE(world.writes(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        RealWorld world;
        QVERIFY(world.sync());
        for (const Side side : bothSides)
            m_undisturbed[side] = world.census(side);
        m_questions = world.counts().questions;
    }

    void whileReading_data()
    {
        QTest::addColumn<sandbox::FaultAim>("aim");
        QTest::addColumn<sandbox::Fault>("fault");
        for (const sandbox::FaultFacts &facts : sandbox::faultKinds()) {
            const bool reads = facts.target == Target::AnyRequest
                || facts.target == Target::Operation || facts.target == Target::Reading
                || facts.target == Target::FurtherPage;
            if (!reads || spares(facts.kind))
                continue;
            addRow(facts, {Side::Left, "GET", u"*/members"_s, 1, howOften(facts.kind)});
            addRow(facts, {Side::Right, "POST", u"/contacts/search"_s, 1, howOften(facts.kind)});
        }
    }
    //! Everything agrees; whatever is read now is no reason to write.
    void whileReading()
    {
        QFETCH(sandbox::FaultAim, aim);
        QFETCH(sandbox::Fault, fault);
        RealWorld world;
        QVERIFY(world.sync());
        world.services().clearRequestLog();
        world.services().failNext(aim, fault);
        (void)world.sync(); // may be refused
        QCOMPARE(world.writes(), 0);
        world.services().clearFaults();
        letPass(fault.kind);
        world.restart();
        isAsIfNothingHadHappened(world);
    }

    void whileWriting_data()
    {
        QTest::addColumn<sandbox::FaultAim>("aim");
        QTest::addColumn<sandbox::Fault>("fault");
        for (const sandbox::FaultFacts &facts : sandbox::faultKinds()) {
            const bool writes = facts.target == Target::AnyRequest
                || facts.target == Target::Operation || facts.target == Target::Writing;
            if (!writes || spares(facts.kind))
                continue;
            addRow(facts, {Side::Left, "POST", u"*/members"_s, 2, pair(facts.kind)});
            addRow(facts, {Side::Right, "POST", u"/contacts/"_s, 2, pair(facts.kind)});
            // Only a creation can be refused although it happened (highlevel.md 2.2).
            if (facts.kind == Kind::Created422)
                continue;
            addRow(facts, {Side::Left, "PUT", u"*/members/*"_s, 1, pair(facts.kind)});
            addRow(facts, {Side::Right, "PUT", u"/contacts/*"_s, 1, pair(facts.kind)});
        }
    }
    void whileWriting()
    {
        QFETCH(sandbox::FaultAim, aim);
        QFETCH(sandbox::Fault, fault);
        RealWorld world;
        QVERIFY(world.check());
        world.services().failNext(aim, fault);
        QVERIFY(world.apply());
        world.services().clearFaults();
        letPass(fault.kind);
        world.restart();
        isAsIfNothingHadHappened(world);
    }
};

QTEST_GUILESS_MAIN(TestEveryFault)
#include "tst_everyfault.moc"
