// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planrows.h"
#include "preparedplans.h"
#include "viewmodels/planmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::PlanBuilder;
using twinbook::testing::printedRows;

//! The preview's tree: every change in the right section, and ticks that become the right request.
class PlanModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryChangeByDanger();
    void headlineCountsWhatIsListed();
    void ticksBecomeTheRequest();
    void sectionsTickAllTheirPeople();
    void choicesSurviveAnUnchangedPlan();
    void questionsCannotBeTicked();
    void emptyPlanSaysSo();

private:
    static PreparedPlanPtr everyDanger();
};

PreparedPlanPtr PlanModelTest::everyDanger()
{
    PlanBuilder plans;
    // City emptied in OfficeRnD, and the row erases.
    plans.link(plans.add(Side::Left, u"Ana Ruiz"_s, u"ana@z.es"_s, {}, {}),
               plans.add(Side::Right, u"Ana Ruiz"_s, u"ana@z.es"_s, {}, u"Madrid"_s),
               {u"Ana Ruiz"_s, u"ana@z.es"_s, {}, u"Madrid"_s});
    // Phone changed in HighLevel, city filled in OfficeRnD.
    plans.link(plans.add(Side::Left, u"Bo Chen"_s, u"bo@c.cn"_s, u"+359887000001"_s, u"Sofia"_s),
               plans.add(Side::Right, u"Bo Chen"_s, u"bo@c.cn"_s, u"+359887000002"_s, {}),
               {u"Bo Chen"_s, u"bo@c.cn"_s, u"+359887000001"_s, {}});
    // City filled only.
    plans.link(plans.add(Side::Left, u"Carla Nowak"_s, u"carla@n.pl"_s, {}, u"Gdynia"_s),
               plans.add(Side::Right, u"Carla Nowak"_s, u"carla@n.pl"_s, {}, {}),
               {u"Carla Nowak"_s, u"carla@n.pl"_s, {}, {}});
    // Recognised by e-mail, all agrees.
    plans.add(Side::Left, u"David Okafor"_s, u"d@okafor.com"_s);
    plans.add(Side::Right, u"David Okafor"_s, u"d@okafor.com"_s);
    plans.add(Side::Left, u"Elena Petrova"_s, u"elena@p.bg"_s);
    plans.add(Side::Right, u"Farid Haddad"_s, u"farid@h.lb"_s);
    // Phone changed on both sides.
    plans.link(plans.add(Side::Left, u"Grace Kim"_s, u"g@k.kr"_s, u"+359887000011"_s),
               plans.add(Side::Right, u"Grace Kim"_s, u"g@k.kr"_s, u"+359887000022"_s),
               {u"Grace Kim"_s, u"g@k.kr"_s, u"+359887000000"_s, {}});
    return plans.build();
}

void PlanModelTest::listsEveryChangeByDanger()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPlan(everyDanger());
    const QStringList expected {
        u"[x] Erases something (1)"_s,
        u"  [x] Ana Ruiz|HighLevel: City|Madrid|(empty)|changed in OfficeRnD"_s,
        u"[x] Replaces something (1)"_s,
        u"  [x] Bo Chen|Both: 2 fields"_s,
        u"    Phone|OfficeRnD: Phone|+359887000001|+359887000002|changed in HighLevel"_s,
        u"    City|HighLevel: City|(empty)|Sofia|fills an empty field"_s,
        u"[x] Fills empty fields (1)"_s,
        u"  [x] Carla Nowak|HighLevel: City|(empty)|Gdynia|fills an empty field"_s,
        u"[x] New in HighLevel (1)"_s,
        u"  [x] Elena Petrova|HighLevel: 2 fields"_s,
        u"    Name|HighLevel: Name|(empty)|Elena Petrova|new person"_s,
        u"    E-mail|HighLevel: E-mail|(empty)|elena@p.bg|new person"_s,
        u"[x] New in OfficeRnD (1)"_s,
        u"  [x] Farid Haddad|OfficeRnD: 2 fields"_s,
        u"    Name|OfficeRnD: Name|(empty)|Farid Haddad|new person"_s,
        u"    E-mail|OfficeRnD: E-mail|(empty)|farid@h.lb|new person"_s,
        u"[x] Link only, no data changes (1)"_s,
        u"  [x] David Okafor||||same e-mail"_s,
        u"Needs your decision - left for later (1)"_s,
        u"  Grace Kim||||Phone of Grace Kim differs. Which one is right?"_s,
    };
    QCOMPARE(printedRows(model), expected);
}

void PlanModelTest::headlineCountsWhatIsListed()
{
    PlanModel model;
    model.setPlan(everyDanger());
    const ChangeTally tally = model.everything();
    QCOMPARE(headline(tally),
             u"8 changes: 1 new in HighLevel, 1 new in OfficeRnD, 4 updates (3 in HighLevel, "
             "1 in OfficeRnD), 1 link, 1 needs you."_s);
    QCOMPARE(reassurance(tally), u"Nobody is deleted. Values that become empty: 1 in HighLevel."_s);
    const PlanCounts &counts = model.plan()->plan.counts;
    QCOMPARE(tally.created, counts.created);
    QCOMPARE(tally.updated, counts.updated);
    QCOMPARE(tally.erased, counts.erased);
    QCOMPARE(tally.replaced, counts.replaced);
    QCOMPARE(tally.questions, counts.questions);
}

void PlanModelTest::ticksBecomeTheRequest()
{
    PlanModel model;
    model.setPlan(everyDanger());
    QVERIFY(model.request().leftOut.isEmpty());
    QSignalSpy changed(&model, &PlanModel::choicesChanged);
    const QModelIndex bo = model.index(0, PlanModel::What, model.section(Danger::Replaces));
    QVERIFY(model.setData(bo, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 1);
    const int position = bo.data(PlanModel::PersonRole).toInt();
    QCOMPARE(model.request().leftOut, QSet<int> {position});
    QCOMPARE(model.plan()->plan.people[static_cast<std::size_t>(position)].left, 1);
    QCOMPARE(applyText(model.chosen().changes()), u"Apply 5 changes"_s);
    QCOMPARE(applyText(1), u"Apply 1 change"_s);
    QVERIFY(model.setData(bo, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.request().leftOut.isEmpty());
}

void PlanModelTest::sectionsTickAllTheirPeople()
{
    PlanBuilder plans;
    for (int i = 0; i < 3; ++i)
        plans.add(Side::Left, u"New %1"_s.arg(i), u"new%1@x.com"_s.arg(i));
    PlanModel model;
    model.setPlan(plans.build());
    const QModelIndex section = model.section(Danger::NewInHighLevel);
    const QModelIndex second = model.index(1, PlanModel::What, section);
    QVERIFY(model.setData(second, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.sectionState(Danger::NewInHighLevel), Qt::PartiallyChecked);
    QVERIFY(model.setData(section, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.request().leftOut.size(), 3);
    QCOMPARE(model.chosen().changes(), 0);
    QCOMPARE(model.everything().changes(), 3);
    model.setSection(Danger::NewInHighLevel, Qt::Checked);
    QVERIFY(model.request().leftOut.isEmpty());
}

void PlanModelTest::choicesSurviveAnUnchangedPlan()
{
    PlanModel model;
    model.setPlan(everyDanger());
    const auto tick = [&model](Danger danger, Qt::CheckState state) {
        return model.setData(model.index(0, PlanModel::What, model.section(danger)), state,
                             Qt::CheckStateRole);
    };
    QVERIFY(tick(Danger::Fills, Qt::Unchecked));
    model.setPlan(everyDanger());
    QCOMPARE(model.request().leftOut.size(), 1);
    QCOMPARE(model.sectionState(Danger::Fills), Qt::Unchecked);
    // Another change for the same person is a new choice.
    PlanBuilder plans;
    plans.link(plans.add(Side::Left, u"x"_s, u"x@x.com"_s),
               plans.add(Side::Right, u"x"_s, u"x@x.com"_s), {u"x"_s, u"x@x.com"_s, {}, {}});
    plans.link(plans.add(Side::Left, u"y"_s, u"y@x.com"_s),
               plans.add(Side::Right, u"y"_s, u"y@x.com"_s), {u"y"_s, u"y@x.com"_s, {}, {}});
    plans.link(plans.add(Side::Left, u"Carla Nowak"_s, u"carla@n.pl"_s, {}, u"Gdansk"_s),
               plans.add(Side::Right, u"Carla Nowak"_s, u"carla@n.pl"_s, {}, {}),
               {u"Carla Nowak"_s, u"carla@n.pl"_s, {}, {}});
    model.setPlan(plans.build());
    QVERIFY(model.request().leftOut.isEmpty());
}

void PlanModelTest::questionsCannotBeTicked()
{
    PlanModel model;
    model.setPlan(everyDanger());
    const QModelIndex section = model.section(Danger::NeedsDecision);
    const QModelIndex grace = model.index(0, PlanModel::What, section);
    QVERIFY(!(grace.flags() & Qt::ItemIsUserCheckable));
    QVERIFY(!model.setData(grace, Qt::Unchecked, Qt::CheckStateRole));
    model.setSection(Danger::NeedsDecision, Qt::Unchecked);
    QVERIFY(model.request().leftOut.isEmpty());
}

void PlanModelTest::emptyPlanSaysSo()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPlan(PlanBuilder().build());
    QCOMPARE(headline(model.everything()), u"Nothing to do. OfficeRnD and HighLevel agree."_s);
    QCOMPARE(reassurance(model.everything()), u"Nobody is deleted. Nothing is erased."_s);
    QCOMPARE(applyText(model.chosen().changes()), u"Nothing to apply"_s);
    model.setPlan(nullptr);
    QCOMPARE(model.everything(), ChangeTally());
}

QTEST_GUILESS_MAIN(PlanModelTest)
#include "tst_planmodel.moc"
