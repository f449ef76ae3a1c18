// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Who is who outlives the local database, as far as the services keep it or the people themselves
//! tell it; and what a person decided is never asked again.
class TestIdentity final : public QObject
{
    Q_OBJECT

    static QString name(const PreparedPlan &plan, Side side, int index)
    {
        const int row = plan.projection.rowWithRole(FieldRole::Name);
        return plan.side(side)
            .people[static_cast<std::size_t>(index)]
            .values[static_cast<std::size_t>(row)]
            .toDisplay();
    }

    //! Ids of both sides of everybody who is on both and needs nobody, sorted.
    static QStringList pairs(const PreparedPlan &plan)
    {
        QStringList made;
        for (const PersonPlan &person : plan.plan.people) {
            if (person.left >= 0 && person.right >= 0)
                made.append(plan.left.people[static_cast<std::size_t>(person.left)].id.text() + u'='
                            + plan.right.people[static_cast<std::size_t>(person.right)].id.text());
        }
        made.sort();
        return made;
    }

    static int created(const PreparedPlan &plan)
    {
        return plan.plan.counts.created.left + plan.plan.counts.created.right;
    }

private Q_SLOTS:
    //! Without numbers at the services those who match are linked again, and nobody is added whom
    //! the first run did not leave out.
    void aLostDatabaseLinksEverybodyWhoMatches()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const PreparedPlanPtr before = world.check();
        QVERIFY(before);
        QCOMPARE(created(*before), 0);
        world.loseDatabase();
        const PreparedPlanPtr after = world.check();
        QVERIFY(after);
        QCOMPARE(created(*after), 0);
        const QStringList again = pairs(*after);
        const QStringList linked = pairs(*before);
        qInfo("%lld of %lld linked again", static_cast<long long>(again.size()),
              static_cast<long long>(linked.size()));
        QVERIFY(again.size() * 10 >= linked.size() * 9);
        for (const QString &pair : again)
            QVERIFY2(linked.contains(pair), qPrintable(pair));
    }

    //! With them everybody is, also whoever has neither e-mail nor phone.
    void aLostDatabaseLinksEverybodyByNumber()
    {
        RealWorld world;
        QVERIFY(world.check()); // makes the mapping
        const Result<PerSide<LinkIds>> kept = world.keepLinkIds(LinkIds::Kept);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message + kept.error().detail));
        QCOMPARE(kept->left, LinkIds::Kept);
        QCOMPARE(kept->right, LinkIds::Kept);
        for (const QString &who : {u"Ida Blank"_s, u"Ida Blank"_s, u"Olaf Bare"_s})
            QVERIFY(world.services().addPerson(Side::Left, {{u"name"_s, who}}));
        QVERIFY(world.services().addPerson(
            Side::Right, {{u"firstName"_s, u"Rita"_s}, {u"lastName"_s, u"Bare"_s}}));
        QVERIFY(world.sync());
        const PreparedPlanPtr before = world.check();
        QVERIFY(before);
        QCOMPARE(created(*before), 0);
        const QStringList linked = pairs(*before);

        world.loseDatabase();
        QVERIFY(world.check());
        QVERIFY(world.keepLinkIds(LinkIds::Kept));
        world.services().clearRequestLog();
        const PreparedPlanPtr after = world.check();
        QVERIFY(after);
        QCOMPARE(created(*after), 0);
        const QStringList again = pairs(*after);
        int byNumber = 0;
        for (const PersonPlan &person : after->plan.people) {
            if (person.basis != MatchBasis::LinkIds)
                continue;
            ++byNumber;
            QCOMPARE(name(*after, Side::Left, person.left).toCaseFolded(),
                     name(*after, Side::Right, person.right).toCaseFolded());
        }
        qInfo("%lld of %lld linked again, %d by number", static_cast<long long>(again.size()),
              static_cast<long long>(linked.size()), byNumber);
        QVERIFY(byNumber >= 4);
        for (const QString &pair : linked)
            QVERIFY2(again.contains(pair), qPrintable(pair));
        QVERIFY(world.apply());
        QCOMPARE(world.services().requestLog().writes(Side::Left), 0);
        QCOMPARE(world.services().requestLog().writes(Side::Right), 0);
    }

    //! The line is never there for people to edit.
    void numbersAreNoLineOfTheMapping()
    {
        RealWorld world;
        QVERIFY(world.check());
        QVERIFY(world.keepLinkIds(LinkIds::Kept));
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        for (const FieldMapping &row : plan->projection.profile().rows) {
            for (const Side side : bothSides) {
                for (const FieldKey &key : row.keys(side))
                    QVERIFY(!key.contains(linkFieldTitle(side)));
            }
        }
    }

    void notTheSamePersonIsRememberedForEver()
    {
        RealWorld world;
        sandbox::Sandbox &services = world.services();
        const RemoteId left = *services.addPerson(
            Side::Left, {{u"name"_s, u"Jan Novak"_s}, {u"email"_s, u"novak@home.example"_s}});
        const RemoteId right = *services.addPerson(Side::Right,
                                                   {{u"firstName"_s, u"Jana"_s},
                                                    {u"lastName"_s, u"Novak"_s},
                                                    {u"email"_s, u"novak@home.example"_s}});
        const auto isPaired = [&](const PreparedPlan &plan) {
            return pairs(plan).contains(QString(left.text() + u'=' + right.text()));
        };
        QVERIFY(world.check());
        const QList<Decision> open = *DecisionStore(world.database(), world.clock()).open();
        const auto asked = std::find_if(open.cbegin(), open.cend(), [&](const Decision &decision) {
            return decision.question.key == QuestionKey {QuestionKind::SamePerson, left, right, {}};
        });
        QVERIFY(asked != open.cend());
        world.engine().answer(asked->id, {Choice::Different, {}, {}, {}});

        // Not after a restart, nor when they become more alike, nor when numbers say otherwise.
        world.restart();
        PreparedPlanPtr plan = world.check();
        QVERIFY(plan && !isPaired(*plan));
        QVERIFY(services.editPerson(Side::Right, right, {{u"firstName"_s, u"Jan"_s}}));
        plan = world.check();
        QVERIFY(plan && !isPaired(*plan));
        QVERIFY(world.sync());
        plan = world.check();
        QVERIFY(plan && !isPaired(*plan));
        for (const Question &question : plan->plan.questions)
            QVERIFY(!(question.key == QuestionKey {QuestionKind::SamePerson, left, right, {}}));
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
