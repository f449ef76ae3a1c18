// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/decisioncardview.h"
#include "gui/decisionspage.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"
#include "support/sampleworld.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! Questions over a real engine: the cards say what the services hold, the answers arrive, and
//! every answer can be taken back.
class DecisionsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(Scheme::Light); }
    void init();
    void cleanup();
    void cardsShowWhatTheServicesHold();
    void keyboardAnswersAndTakesBack();
    void typedAnswerGoesToBoth();
    void oneAnswerForAllAlike();
    void decidingLaterChangesNothing();
    void everyControlHasAName();

private:
    template<class T>
    T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    [[nodiscard]] QList<Decision> stored() const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(),
                        key, modifiers);
    }

    std::unique_ptr<SampleWorld> m_world;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<DecisionsPage> m_page;
};

void DecisionsPageTest::init()
{
    m_world = std::make_unique<SampleWorld>();
    m_world->makeEveryState();
    m_controller
        = std::make_unique<SyncController>(&m_world->engine, m_world->reader(), m_world->clock);
    QVERIFY(m_world->check());
    QTRY_VERIFY(m_controller->plan() && m_controller->phase() == EnginePhase::Idle);
    m_page = std::make_unique<DecisionsPage>(*m_controller, m_world->clock);
    m_page->resize(1000, 640);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QCOMPARE(m_page->queue().model().rowCount(), 2);
}

void DecisionsPageTest::cleanup()
{
    m_page.reset();
    m_controller.reset();
    m_world.reset();
}

QList<Decision> DecisionsPageTest::stored() const
{
    const Database database = m_world->reader();
    return DecisionStore(database, m_world->clock).open().value_or(QList<Decision>());
}

void DecisionsPageTest::cardsShowWhatTheServicesHold()
{
    const auto cards = m_page->findChildren<DecisionCardView *>();
    QCOMPARE(cards.size(), 2);
    const QList<Decision> questions = stored();
    QCOMPARE(questions.size(), 2);
    for (const Decision &decision : questions) {
        m_page->showDecision(decision.id);
        const QuestionKey &key = decision.question.key;
        const QString left = m_world->left.text(key.left, u"phone"_s);
        const QString right = m_world->right.text(key.right, u"phone"_s);
        QVERIFY(left != right);
        for (DecisionCardView *card : cards) {
            const QString spoken = card->accessibleName();
            const bool isLeft = spoken.startsWith(u"OfficeRnD"_s);
            QVERIFY(isLeft || spoken.startsWith(u"HighLevel"_s));
            QVERIFY2(spoken.contains(isLeft ? left : right), qPrintable(spoken));
            QVERIFY2(!spoken.contains(isLeft ? right : left), qPrintable(spoken));
            // OfficeRnD stands first, always.
            QCOMPARE(card->x() == 0 || card->x() < 100, isLeft);
        }
    }
}

void DecisionsPageTest::keyboardAnswersAndTakesBack()
{
    const Decision first = stored().constFirst();
    auto *save = part<QPushButton>(u"save"_s);
    QVERIFY(!save->isEnabled());
    key(Qt::Key_Right, Qt::AltModifier);
    const QString right = first.question.right.toDisplay();
    QCOMPARE(part<PlainLabel>(u"result"_s)->text(), u"Result: both systems get %1"_s.arg(right));
    key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(part<PlainLabel>(u"result"_s)->text(),
             u"Result: both systems get %1"_s.arg(first.question.left.toDisplay()));
    key(Qt::Key_Right, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_page->queue().model().rowCount(), 1);
    QTRY_COMPARE(stored().size(), 1);
    QVERIFY(stored().constFirst().id != first.id);
    QCOMPARE(m_world->left.writes, m_world->left.writes);

    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored().size(), 2);
    QTRY_COMPARE(m_page->queue().model().rowCount(), 2);
    QCOMPARE(part<PlainLabel>(u"person"_s)->text(), first.question.person);
}

void DecisionsPageTest::typedAnswerGoesToBoth()
{
    const Decision first = stored().constFirst();
    key(Qt::Key_F2);
    auto *typed = part<QLineEdit>(u"typed"_s);
    QVERIFY(typed->hasFocus());
    QVERIFY(!part<QPushButton>(u"save"_s)->isEnabled());
    QTest::keyClicks(typed, u"+359 888 999 000"_s);
    QCOMPARE(part<PlainLabel>(u"result"_s)->text(), u"Result: both systems get +359 888 999 000"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stored().size(), 1);
    const Database database = m_world->reader();
    const auto kept = DecisionStore(database, m_world->clock).find(first.id);
    QVERIFY(kept && *kept && (*kept)->answer);
    QCOMPARE(*(*kept)->answer,
             (Answer {Choice::UseValue, FieldValue(u"+359 888 999 000"_s), first.question.left,
                      first.question.right}));
}

void DecisionsPageTest::oneAnswerForAllAlike()
{
    auto *same = part<QCheckBox>(u"sameForAll"_s);
    QVERIFY(!same->isVisible());
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(same->isVisible());
    QCOMPARE(same->text(), u"Same answer for the 1 other Phone question like this"_s);
    same->setChecked(true);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stored().isEmpty());
    auto *pages = part<QStackedWidget>(u"pages"_s);
    QCOMPARE(pages->currentWidget()->objectName(), u"emptyPage"_s);
    // One step back brings both.
    part<QPushButton>(u"emptyUndo"_s)->click();
    QTRY_COMPARE(stored().size(), 2);
    QTRY_COMPARE(pages->currentWidget()->objectName(), u"questionPage"_s);
}

void DecisionsPageTest::decidingLaterChangesNothing()
{
    const int writes = m_world->left.writes + m_world->right.writes;
    const QString before = part<PlainLabel>(u"person"_s)->text();
    part<QPushButton>(u"later"_s)->click();
    QVERIFY(part<PlainLabel>(u"person"_s)->text() != before);
    m_page->close();
    QTest::qWait(50);
    QCOMPARE(stored().size(), 2);
    QCOMPARE(m_world->left.writes + m_world->right.writes, writes);
}

void DecisionsPageTest::everyControlHasAName()
{
    QCOMPARE(faultsOf(*m_page).join(u'\n'), QString());
}

QTEST_MAIN(DecisionsPageTest)
#include "tst_decisionspage.moc"
