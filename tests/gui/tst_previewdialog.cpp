// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/banner.h"
#include "gui/plainlabel.h"
#include "gui/previewdialog.h"
#include "gui/theme.h"
#include "support/sampleworld.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! The preview over a real engine and two services: what is ticked is written, nothing else is.
class PreviewDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(Scheme::Light); }
    void init();
    void cleanup();
    void writesWhatIsTickedAndNothingElse();
    void cancelWritesNothing();
    void waitsForTheCheckOfNewPeople();
    void firstApplyIsSmall();
    void aFewCanBeChosenByNumberAndTag();
    void stopsWhenASideIsEmpty();
    void manyErasedNeedTheNumber();
    void keyboardAlone();
    void reviewNowLeavesForTheQuestions();
    void everyControlHasAName();

private:
    template<class T>
    T *part(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void open();
    [[nodiscard]] QString text(const QString &label) const
    {
        return part<PlainLabel>(label)->text();
    }

    std::unique_ptr<SampleWorld> m_world;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<PreviewDialog> m_dialog;
};

void PreviewDialogTest::init()
{
    m_world = std::make_unique<SampleWorld>();
}

void PreviewDialogTest::cleanup()
{
    m_dialog.reset();
    m_controller.reset();
    m_world.reset();
}

void PreviewDialogTest::open()
{
    m_controller
        = std::make_unique<SyncController>(&m_world->engine, m_world->reader(), m_world->clock);
    QVERIFY(m_world->check());
    QTRY_VERIFY(m_controller->plan() && m_controller->phase() == EnginePhase::Idle);
    m_dialog = std::make_unique<PreviewDialog>(*m_controller, m_world->clock);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void PreviewDialogTest::writesWhatIsTickedAndNothingElse()
{
    for (int i = 0; i < 4; ++i)
        m_world->addLeft(u"New Person%1"_s.arg(i), u"new%1@example.com"_s.arg(i), {}, {});
    open();
    part<QCheckBox>(u"startSmall"_s)->setChecked(false);
    PlanModel &model = m_dialog->model();
    const QModelIndex section = model.section(Danger::NewInHighLevel);
    QCOMPARE(model.rowCount(section), 4);
    const QModelIndex second = model.index(1, PlanModel::What, section);
    const QString leftOut = second.data().toString();
    QVERIFY(model.setData(second, Qt::Unchecked, Qt::CheckStateRole));
    part<QCheckBox>(u"automationsChecked"_s)->setChecked(true);
    auto *apply = part<QPushButton>(u"apply"_s);
    QCOMPARE(apply->text(), u"Apply 3 changes"_s);

    QSignalSpy finished(&m_world->engine, &Engine::runFinished);
    apply->click();
    QVERIFY(!m_dialog->isVisible());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_world->right.people().size(), 3);
    for (const RemoteRecord &record : m_world->right.people())
        QVERIFY(record.fields.value(u"firstName"_s).text() + u' '
                    + record.fields.value(u"lastName"_s).text()
                != leftOut);
    QCOMPARE(m_world->left.writes, 0);
}

void PreviewDialogTest::cancelWritesNothing()
{
    m_world->addLeft(u"New Person"_s, u"new@example.com"_s, {}, {});
    open();
    part<QPushButton>(u"cancel"_s)->click();
    QVERIFY(!m_dialog->isVisible());
    QTest::qWait(50);
    QCOMPARE(m_world->left.writes + m_world->right.writes, 0);
}

void PreviewDialogTest::waitsForTheCheckOfNewPeople()
{
    m_world->addLeft(u"New Person"_s, u"new@example.com"_s, {}, {});
    open();
    auto *apply = part<QPushButton>(u"apply"_s);
    QVERIFY(!apply->isEnabled());
    QCOMPARE(text(u"whyNot"_s), u"First tick that you have checked the new people."_s);
    QVERIFY(part<QPushButton>(u"cancel"_s)->isDefault());
    part<QCheckBox>(u"automationsChecked"_s)->setChecked(true);
    QVERIFY(apply->isEnabled());
    QVERIFY(apply->isDefault());
    // It is asked again for every plan.
    QSignalSpy ready(m_controller.get(), &SyncController::planReady);
    QTest::keyClick(m_dialog.get(), Qt::Key_F5);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!part<QCheckBox>(u"automationsChecked"_s)->isChecked());
    QVERIFY(!apply->isEnabled());
}

void PreviewDialogTest::firstApplyIsSmall()
{
    for (int i = 0; i < 12; ++i)
        m_world->addLeft(u"New Person%1"_s.arg(i), u"new%1@example.com"_s.arg(i), {}, {});
    open();
    QVERIFY(part<QCheckBox>(u"startSmall"_s)->isChecked());
    QCOMPARE(m_dialog->request().pilot.first, 10);
    QCOMPARE(part<QPushButton>(u"apply"_s)->text(), u"Apply to the first 10 people"_s);
    QVERIFY2(text(u"forecast"_s).startsWith(u"About 10 requests (10 to HighLevel)"_s),
             qPrintable(text(u"forecast"_s)));
    part<QCheckBox>(u"automationsChecked"_s)->setChecked(true);
    QSignalSpy finished(&m_world->engine, &Engine::runFinished);
    part<QPushButton>(u"apply"_s)->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_world->right.people().size(), 10);
}

void PreviewDialogTest::aFewCanBeChosenByNumberAndTag()
{
    for (int i = 0; i < 12; ++i) {
        const RemoteId id
            = m_world->addLeft(u"New Person%1"_s.arg(i), u"new%1@example.com"_s.arg(i), {}, {});
        if (i % 4 == 0)
            m_world->left.edit(id, u"tags"_s, FieldValue(QStringList {u"Try this"_s}));
    }
    open();
    auto *people = part<QComboBox>(u"fewPeople"_s);
    auto *tag = part<QComboBox>(u"fewTag"_s);
    auto *apply = part<QPushButton>(u"apply"_s);
    people->setCurrentIndex(people->findData(5));
    QCOMPARE(apply->text(), u"Apply to the first 5 people"_s);
    QVERIFY2(tag->findData(u"Try this"_s) > 0, "the tags of the plan are offered");
    tag->setCurrentIndex(tag->findData(u"Try this"_s));
    QCOMPARE(apply->text(), u"Apply to 3 people"_s);
    QVERIFY(text(u"forecast"_s).startsWith(u"About 3 requests"_s));
    part<QCheckBox>(u"startSmall"_s)->setChecked(false);
    QCOMPARE(apply->text(), u"Apply 12 changes"_s);
    QVERIFY(!people->isEnabled() && !tag->isEnabled());
    part<QCheckBox>(u"startSmall"_s)->setChecked(true);
    part<QCheckBox>(u"automationsChecked"_s)->setChecked(true);
    QSignalSpy finished(&m_world->engine, &Engine::runFinished);
    apply->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_world->right.people().size(), 3);
    QCOMPARE(finished.constFirst().constFirst().value<Run>().outside, 9);
}

void PreviewDialogTest::stopsWhenASideIsEmpty()
{
    m_world->makeEveryState();
    m_world->right.setNextList(twinbook::testing::FakeService::List::Empty);
    open();
    auto *stop = part<Banner>(u"stop"_s);
    QVERIFY(stop->isVisible());
    QVERIFY2(stop->text().contains(u"HighLevel returned nobody"_s), qPrintable(stop->text()));
    QVERIFY(!part<QPushButton>(u"apply"_s)->isEnabled());
    QVERIFY(!part<QWidget>(u"erasing"_s)->isVisible());
    m_dialog->accept();
    QVERIFY2(m_dialog->isVisible(), "a stop cannot be passed by");
}

void PreviewDialogTest::manyErasedNeedTheNumber()
{
    QList<RemoteId> ids;
    for (int i = 0; i < 8; ++i)
        ids += m_world->addLeft(u"Old Person%1"_s.arg(i), u"old%1@example.com"_s.arg(i),
                                u"+35988700%1"_s.arg(2000 + i), {});
    QVERIFY(m_world->check() && m_world->apply());
    MappingProfile mapping = m_world->engine.plan()->projection.profile();
    mapping.rows[mapping.indexOf(u"phone"_s)].emptyRule = EmptyRule::Erase;
    QSignalSpy planned(&m_world->engine, &Engine::planReady);
    m_world->engine.setMapping(mapping);
    QTRY_VERIFY(!planned.isEmpty() && m_world->engine.phase() == EnginePhase::Idle);
    for (const RemoteId &id : ids)
        m_world->left.edit(id, u"phone"_s, FieldValue());
    open();
    QCOMPARE(m_dialog->model().peopleIn(Danger::Erases), 8);
    QVERIFY(part<QWidget>(u"erasing"_s)->isVisible());
    auto *apply = part<QPushButton>(u"apply"_s);
    auto *number = part<QLineEdit>(u"erasingNumber"_s);
    for (const QString &wrong : {QString(), u"7"_s, u"80"_s, u"eight"_s}) {
        number->setText(wrong);
        QVERIFY(!apply->isEnabled());
        QCOMPARE(m_dialog->request().erasing, ApplyRequest::Erasing::NotConfirmed);
    }
    number->setText(u" 8 "_s);
    QVERIFY(apply->isEnabled());
    QVERIFY2(!apply->isDefault(), "Return must not erase");
    QCOMPARE(m_dialog->request().erasing, ApplyRequest::Erasing::Confirmed);
}

void PreviewDialogTest::keyboardAlone()
{
    m_world->addLeft(u"New Person"_s, u"new@example.com"_s, {}, {});
    m_world->addLeft(u"Other Person"_s, u"other@example.com"_s, {}, {});
    open();
    auto *tree = part<QTreeView>(u"changes"_s);
    tree->setFocus();
    tree->setCurrentIndex(m_dialog->model().index(
        0, PlanModel::What, m_dialog->model().section(Danger::NewInHighLevel)));
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(m_dialog->request().leftOut.size(), 1);
    QCOMPARE(part<QPushButton>(u"apply"_s)->text(), u"Apply 1 change"_s);
    // Tab leaves the tree; every step of the way can be reached and none traps.
    QTest::keyClick(tree, Qt::Key_Tab);
    QSet<QWidget *> visited;
    for (int i = 0; i < 40 && !visited.contains(m_dialog->focusWidget()); ++i) {
        visited += m_dialog->focusWidget();
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"automationsChecked"_s, u"cancel"_s, u"checkAgain"_s})
        QVERIFY2(visited.contains(part<QWidget>(name)), qPrintable(name));
    QTest::keyClick(m_dialog.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(part<QCheckBox>(u"automationsChecked"_s)->isChecked());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_world->right.writes, 0);
}

void PreviewDialogTest::reviewNowLeavesForTheQuestions()
{
    m_world->makeEveryState();
    open();
    QSignalSpy review(m_dialog.get(), &PreviewDialog::reviewRequested);
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Review now"_s)
            button->click();
    }
    QCOMPARE(review.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void PreviewDialogTest::everyControlHasAName()
{
    m_world->makeEveryState();
    open();
    QCOMPARE(faultsOf(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(PreviewDialogTest)
#include "tst_previewdialog.moc"
