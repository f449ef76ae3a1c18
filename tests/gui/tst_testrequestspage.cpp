// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/banner.h"
#include "gui/mainwindow.h"
#include "gui/screenshots.h"
#include "gui/settings.h"
#include "gui/testrequestspage.h"
#include "gui/theme.h"
#include "support/fakesender.h"
#include "support/sampleworld.h"
#include "viewmodels/synccontroller.h"

#include <QAccessible>
#include <QAction>
#include <QDir>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeSender;

namespace {

struct Stage
{
    Stage()
        : page(sender, *Catalogue::load())
    {
        applyScheme(Scheme::Light);
        page.resize(1060, 680);
        page.show();
    }

    template<class T>
    T *find(const QString &name)
    {
        T *found = page.findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    QTableView *table() { return find<QTableView>(u"operations"_s); }
    QPushButton *send() { return find<QPushButton>(u"send"_s); }
    QMessageBox *question() { return page.findChild<QMessageBox *>(u"confirmSend"_s); }
    void press(const QString &text)
    {
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == text) {
                button->click();
                return;
            }
        }
        qFatal("no button %s", qPrintable(text));
    }

    FakeSender sender;
    TestRequestsPage page;
};

} // namespace

class TestRequestsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchAndFiltersNarrowTheList();
    void fieldsComeFromTheOperation();
    void aReadGoesOutAtOnce();
    void aChangeIsAskedAbout();
    void aHostileValueStaysInTheAddress();
    void anAnswerInHtmlIsText();
    void whatIsNeverSentHasNoSend();
    void worksByKeyboard();
    void everyPartHasANameAndIsLargeEnough();
    void looksRightInBothSchemes();
    void theWindowHasAPlaceForIt();
};

void TestRequestsPageTest::searchAndFiltersNarrowTheList()
{
    Stage stage;
    QCOMPARE(stage.table()->model()->rowCount(), 283);
    auto *search = stage.find<QLineEdit>(u"search"_s);
    search->setText(u"business-hours"_s);
    QTRY_COMPARE(stage.table()->model()->rowCount(), 1);
    search->clear();
    QTRY_COMPARE(stage.table()->model()->rowCount(), 283);
    auto *service = stage.find<QComboBox>(u"service"_s);
    service->setCurrentIndex(1);
    Q_EMIT service->activated(1);
    QCOMPARE(stage.table()->model()->rowCount(), 121);
    auto *use = stage.find<QComboBox>(u"use"_s);
    use->setCurrentIndex(1);
    Q_EMIT use->activated(1);
    QCOMPARE(stage.table()->model()->rowCount(), 10);
}

void TestRequestsPageTest::fieldsComeFromTheOperation()
{
    Stage stage;
    stage.page.choose(u"highlevel.calendars.events"_s);
    QVERIFY(stage.page.findChild<QLineEdit *>(u"field:startTime"_s) != nullptr);
    // The sub-account is the connected one.
    QVERIFY(stage.page.findChild<QLineEdit *>(u"field:locationId"_s) == nullptr);
    QVERIFY(stage.find<QPlainTextEdit>(u"preview"_s)
                ->toPlainText()
                .contains("locationId=location1"_L1));
    QVERIFY(!stage.find<QPlainTextEdit>(u"body"_s)->isVisible());
    stage.page.choose(u"highlevel.contacts.update"_s);
    QVERIFY(stage.page.findChild<QLineEdit *>(u"field:startTime"_s) == nullptr);
    QVERIFY(stage.find<QPlainTextEdit>(u"body"_s)->isVisible());
}

void TestRequestsPageTest::aReadGoesOutAtOnce()
{
    Stage stage;
    stage.page.choose(u"officernd.members.get"_s);
    QVERIFY(!stage.send()->isEnabled());
    stage.find<QLineEdit>(u"field:memberId"_s)->setText(u"5f01"_s);
    QVERIFY(stage.send()->isEnabled());
    stage.send()->click();
    QVERIFY(stage.question() == nullptr);
    QCOMPARE(stage.sender.sent.size(), 1);
    QVERIFY(!stage.send()->isEnabled());
    stage.sender.answer({.status = 200, .body = u"{}"_s});
    QVERIFY(stage.send()->isEnabled());
    QCOMPARE(stage.find<Banner>(u"outcome"_s)->tone(), Tone::Good);
}

void TestRequestsPageTest::aChangeIsAskedAbout()
{
    Stage stage;
    stage.page.choose(u"highlevel.contacts.update"_s);
    stage.find<QLineEdit>(u"field:contactId"_s)->setText(u"c1"_s);
    stage.find<QPushButton>(u"useExample"_s)->click();
    stage.send()->click();
    QVERIFY(stage.question() != nullptr);
    QCOMPARE(stage.question()->textFormat(), Qt::PlainText);
    QVERIFY(stage.question()->text().contains("PUT /contacts/c1"_L1));
    QVERIFY(stage.question()->text().contains("Sofia office"_L1));
    QVERIFY(stage.sender.sent.isEmpty());
    QCOMPARE(stage.question()->defaultButton()->text(), u"Cancel"_s);
    stage.press(u"Cancel"_s);
    QTRY_VERIFY(stage.question() == nullptr);
    QVERIFY(stage.sender.sent.isEmpty());

    stage.send()->click();
    stage.press(u"Send the change"_s);
    QCOMPARE(stage.sender.sent.size(), 1);
    QCOMPARE(stage.sender.sent.constFirst().request.effect, RawEffect::Writes);
}

void TestRequestsPageTest::aHostileValueStaysInTheAddress()
{
    Stage stage;
    stage.page.choose(u"officernd.members.get"_s);
    stage.find<QLineEdit>(u"field:memberId"_s)->setText(u"../../../oauth/token"_s);
    QVERIFY(stage.find<QPlainTextEdit>(u"preview"_s)
                ->toPlainText()
                .startsWith("GET /organizations/acme/members/..%2F..%2F..%2Foauth%2Ftoken\n"_L1));
    stage.find<QLineEdit>(u"field:memberId"_s)->setText(u".."_s);
    QVERIFY(!stage.send()->isEnabled());
}

void TestRequestsPageTest::anAnswerInHtmlIsText()
{
    Stage stage;
    stage.page.choose(u"officernd.members.list"_s);
    stage.send()->click();
    const QString html = u"<html><h1>Proxy</h1><a href='http://evil'>Sign in</a></html>"_s;
    stage.sender.answer({.status = 502, .body = html});
    auto *answer = stage.find<QPlainTextEdit>(u"answer"_s);
    QVERIFY(answer->toPlainText().contains(html));
    QVERIFY(answer->isReadOnly());
    QCOMPARE(stage.find<Banner>(u"outcome"_s)->tone(), Tone::Attention);
}

void TestRequestsPageTest::whatIsNeverSentHasNoSend()
{
    Stage stage;
    stage.page.choose(u"highlevel.users.delete"_s);
    stage.find<QLineEdit>(u"field:userId"_s)->setText(u"u1"_s);
    QVERIFY(!stage.send()->isEnabled());
    stage.page.choose(u"officernd.event.member.created"_s);
    QVERIFY(!stage.send()->isEnabled());
    QVERIFY(!stage.find<QPlainTextEdit>(u"preview"_s)->isVisible());
    QTest::keyClick(&stage.page, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(stage.sender.sent.isEmpty());
}

void TestRequestsPageTest::worksByKeyboard()
{
    Stage stage;
    QVERIFY(QTest::qWaitForWindowActive(&stage.page));
    auto *search = stage.find<QLineEdit>(u"search"_s);
    stage.table()->setFocus();
    QTest::keyClick(stage.table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"settings.organization"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(stage.table()->model()->rowCount(), 1);
    stage.table()->setFocus();
    QTest::keyClick(stage.table(), Qt::Key_Home);
    stage.page.choose(u"officernd.settings.organization"_s);
    QTest::keyClick(stage.table(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stage.sender.sent.size(), 1);
    QCOMPARE(stage.sender.sent.constFirst().line, u"GET /organizations/acme"_s);
    // Tab leaves the text fields.
    auto *answer = stage.find<QPlainTextEdit>(u"answer"_s);
    answer->setFocus();
    QTest::keyClick(answer, Qt::Key_Tab);
    QVERIFY(!answer->hasFocus());
}

void TestRequestsPageTest::everyPartHasANameAndIsLargeEnough()
{
    Stage stage;
    for (const QString &name : {u"highlevel.contacts.update"_s, u"officernd.members.list"_s,
                                u"officernd.event.member.created"_s}) {
        stage.page.choose(name);
        // A new form is laid out by events that have been posted.
        QTRY_COMPARE(testing::faultsOf(stage.page).join(u'\n'), QString());
        const QList<QPlainTextEdit *> texts = stage.page.findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *text : texts)
            QVERIFY(!text->accessibleName().isEmpty());
    }
}

void TestRequestsPageTest::looksRightInBothSchemes()
{
    Stage stage;
    const QString folder
        = QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../screens"_s);
    const auto prepare = [&stage] {
        stage.page.choose(u"highlevel.contacts.update"_s);
        stage.find<QLineEdit>(u"field:contactId"_s)->setText(u"c1"_s);
        stage.find<QPushButton>(u"useExample"_s)->click();
    };
    QVERIFY(writeScreens(folder, {{u"test-requests-page"_s, &stage.page, prepare}}));
    QVERIFY(QFile::exists(folder + u"/test-requests-page-light.png"_s));
    QVERIFY(QFile::exists(folder + u"/test-requests-page-dark.png"_s));
}

void TestRequestsPageTest::theWindowHasAPlaceForIt()
{
    testing::SampleWorld world;
    QTemporaryDir folder;
    GuiSettings settings(folder.filePath(u"gui.ini"_s));
    SyncController controller(&world.engine, world.reader(), world.clock);
    MainWindow window(controller, settings, {WindowAccounts::Mode::Real, {u"A"_s, u"B"_s}});
    FakeSender sender;
    auto *page = new TestRequestsPage(sender, *Catalogue::load());
    window.addPage(Page::TestRequests, page);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), Page::TestRequests);
    QVERIFY(page->isVisible());
    QVERIFY(window.windowTitle().startsWith("Test requests"_L1));
    // Ctrl+F is the page's own here.
    QVERIFY(!window.findChild<QAction *>(u"actionFind"_s)->isEnabled());
}

QTEST_MAIN(TestRequestsPageTest)
#include "tst_testrequestspage.moc"
