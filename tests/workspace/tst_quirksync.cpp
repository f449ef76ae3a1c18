// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include "net/joboutcome.h"
#include "probe/experiments.h"
#include "probe/probefile.h"
#include "probe/probejob.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Each behaviour of the services switched over in turn: the probe finds it, its file is loaded by
//! the clients, and a sync with them reaches agreement. What a probe cannot see is switched over
//! all the same, and the clients, which then expect it, must live with that.
class TestQuirkSync final : public QObject
{
    Q_OBJECT

    static sandbox::SandboxOptions played(const QuirkSet &quirks)
    {
        sandbox::SandboxOptions options {.people = 40, .seed = 7};
        options.quirks = quirks;
        return options;
    }

    //! The behaviours as a file of a probe of this world tells them.
    static Result<QuirkSet> probed(RealWorld &world, Side side, const QString &file)
    {
        const Result<ProbeReport> report = outcome(std::make_unique<ProbeJob>(
            ProbeOrder {side, RawEffect::Writes, world.raw(side).accountId()}, world.raw(side),
            world.clock()));
        if (!report)
            return Failure(report.error());
        QFile out(file);
        if (!out.open(QFile::WriteOnly))
            qFatal("%s", qPrintable(out.errorString()));
        out.write(QJsonDocument(report->toJson()).toJson());
        out.close();
        return quirksFromProbeFiles({file});
    }

    //! Names and addresses of everybody, sorted. Phone numbers are left out: how they are written
    //! down is one of the behaviours.
    static QStringList roll(const RealWorld &world, Side side)
    {
        QStringList lines = world.census(side);
        for (QString &line : lines)
            line = line.section(u'|', 0, 1).toLower();
        lines.sort();
        return lines;
    }

    static PerSide<RemoteId> somebodyInSync(RealWorld &world, int which)
    {
        const PreparedPlanPtr plan = world.check();
        for (const PersonPlan &person : plan->plan.people) {
            if (person.state != PersonState::InSync)
                continue;
            const PerSide<RemoteId> pair {
                plan->left.people[static_cast<std::size_t>(person.left)].id,
                plan->right.people[static_cast<std::size_t>(person.right)].id};
            const auto phone = [&](Side side) {
                return world.services().person(side, pair[side]).value("phone"_L1).toString();
            };
            if (!phone(Side::Left).isEmpty() && !phone(Side::Right).isEmpty() && which-- == 0)
                return pair;
        }
        qFatal("nobody like that is in sync");
    }

    QTemporaryDir m_folder;
    PerSide<QStringList> m_usual;
    int m_questions = 0;

private Q_SLOTS:
    void initTestCase()
    {
        RealWorld world(played({}));
        QVERIFY(world.sync());
        for (const Side side : bothSides)
            m_usual[side] = roll(world, side);
        m_questions = world.counts().questions;
    }

    void reachesAgreement_data()
    {
        QTest::addColumn<int>("index");
        for (const QuirkFacts &facts : quirks())
            QTest::newRow(facts.name) << static_cast<int>(facts.quirk);
    }

    void reachesAgreement()
    {
        QFETCH(int, index);
        const auto quirk = static_cast<Quirk>(index);
        RealWorld world(played(QuirkSet().without(quirk)));
        const Result<QuirkSet> found
            = probed(world, factsOf(quirk).side, m_folder.filePath(u"probe.json"_s));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
        // A search that was quick this once does not prove that it always is.
        const bool isSeen = whyUnseen(quirk).isEmpty() && quirk != Quirk::SearchIndexLags;
        // An appointment would have to be there already.
        const bool isUnmet = quirk == Quirk::AppointmentsHaveNoZone;
        QCOMPARE(*found, isSeen && !isUnmet ? QuirkSet().without(quirk) : QuirkSet());

        world.expect(*found);
        world.restart();
        const std::optional<Run> first = world.sync();
        QVERIFY2(first, qPrintable(world.error().message));
        QCOMPARE(first->failed, 0);
        for (const Side side : bothSides)
            QCOMPARE(roll(world, side), m_usual[side]);
        QCOMPARE(world.counts().questions, m_questions);
        staysQuiet(world);
        editsCrossOver(world);
        staysQuiet(world);
    }

private:
    static void staysQuiet(RealWorld &world)
    {
        world.services().clearRequestLog();
        QVERIFY2(world.sync(), qPrintable(world.error().message));
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.writes(), 0);
    }

    //! New values, an emptied one and a new person, in both directions.
    void editsCrossOver(RealWorld &world) const
    {
        sandbox::Sandbox &services = world.services();
        const PerSide<RemoteId> first = somebodyInSync(world, 0);
        const PerSide<RemoteId> second = somebodyInSync(world, 1);
        const PerSide<RemoteId> third = somebodyInSync(world, 2);
        const QString email = u"new@left.example"_s;
        QVERIFY(services.editPerson(Side::Left, first.left, {{u"email"_s, email}}));
        QVERIFY(services.editPerson(Side::Right, second.right,
                                    {{u"firstName"_s, u"Zoë"_s}, {u"lastName"_s, u"O'Hara"_s}}));
        QVERIFY(services.editPerson(Side::Left, third.left, {{u"phone"_s, QString()}}));
        QVERIFY(services.addPerson(
            Side::Left, {{u"name"_s, u"Newly Left"_s}, {u"email"_s, u"newly@left.example"_s}}));
        QVERIFY(services.addPerson(Side::Right,
                                   {{u"firstName"_s, u"Newly"_s},
                                    {u"lastName"_s, u"Right"_s},
                                    {u"email"_s, u"newly@right.example"_s}}));
        const std::optional<Run> run = world.sync();
        QVERIFY2(run, qPrintable(world.error().message));
        QCOMPARE(run->failed, 0);
        const auto value = [&](Side side, const RemoteId &id, const QString &key) {
            return services.person(side, id).value(key).toString();
        };
        QCOMPARE(value(Side::Right, first.right, u"email"_s), email);
        QCOMPARE(value(Side::Left, second.left, u"name"_s), u"Zoë O'Hara"_s);
        // An emptied field erases nothing unless its line says so.
        QVERIFY(!value(Side::Right, third.right, u"phone"_s).isEmpty());
        for (const Side side : bothSides) {
            QCOMPARE(services.findPeople(side, u"newly@left.example"_s).size(), 1);
            QCOMPARE(services.findPeople(side, u"newly@right.example"_s).size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestQuirkSync)
#include "tst_quirksync.moc"
