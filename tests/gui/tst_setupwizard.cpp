// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "fakeconnector.h"
#include "gui/accountpage.h"
#include "gui/fieldnote.h"
#include "gui/plainlabel.h"
#include "gui/setupwizard.h"
#include "gui/theme.h"
#include "support/sampleworld.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeConnector;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! The first run, from the promise to the first preview.
class SetupWizardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(Scheme::Light); }
    void init();
    void cleanup();
    void wholeWayByKeyboard();
    void errorsStandBesideTheirFieldAndKeepWhatWasTyped();
    void missingFieldsAreNamedBeforeAnythingIsSent();
    void rightAccountIsAskedAndTheSecretForgotten();
    void signsInWithTheBrowser();
    void partnerOfOfficeRnDSignsInWithTheBrowser();
    void eachWayKeepsItsOwnClientId();
    void pastedCodeIsJudged();
    void waitingCanBeCancelled();
    void oneOfSeveralAccountsIsMarkedFirst();
    void missingApplicationIsNamedBeforeAnythingIsSent();
    void whatWasTypedOutlivesTheWizard();
    void leavingEndsTheWait();
    void placeIsKept_data();
    void placeIsKept();
    void sampleContacts();
    void requestToAnOwnerNeverAsksForTheSecret();
    void failedCheckCanBeTriedAgain();
    void everyControlHasAName();

private:
    //! The part of that name on the page that is shown.
    template<class T>
    T *part(const QString &name) const
    {
        for (T *candidate : m_wizard->findChildren<T *>(name)) {
            if (candidate->isVisibleTo(m_wizard.get()))
                return candidate;
        }
        return nullptr;
    }
    void open();
    void next() { part<QPushButton>(u"next"_s)->click(); }
    void fill(const QString &name, const QString &text) { part<QLineEdit>(name)->setText(text); }
    //! To the wait for the browser.
    void beginSignIn();
    static SignInProgress offering(const QList<OfferedAccount> &accounts,
                                   const QStringList &missing = {})
    {
        return {.stage = SignInProgress::Stage::Choosing,
                .address = {},
                .accounts = accounts,
                .missing = missing};
    }
    static ConnectionOutcome connectedTo(const QString &account)
    {
        return {ConnectionOutcome::Verdict::Connected,
                {{ConnectionLine::State::Good, u"Signed in to %1"_s.arg(account)}},
                account,
                ConnectionOutcome::Field::None};
    }

public Q_SLOTS:
    //! Stands in for the browser of the desktop.
    void openAddress(const QUrl &address) { m_opened.append(address); }

private:
    QList<QUrl> m_opened;
    std::unique_ptr<FakeConnector> m_connector;
    std::unique_ptr<SetupWizard> m_wizard;
};

void SetupWizardTest::init()
{
    m_connector = std::make_unique<FakeConnector>();
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "openAddress");
}

void SetupWizardTest::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    m_wizard.reset();
    m_connector.reset();
}

void SetupWizardTest::open()
{
    m_wizard = std::make_unique<SetupWizard>(*m_connector);
    m_wizard->show();
    m_wizard->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
}

void SetupWizardTest::wholeWayByKeyboard()
{
    SampleWorld world;
    world.addLeft(u"Ana Ruiz"_s, u"ana@z.es"_s, {}, {});
    world.addRight(u"Ana"_s, u"Ruiz"_s, u"ana@z.es"_s, {});
    world.addLeft(u"Bo Chen"_s, u"bo@c.cn"_s, {}, {});
    open();
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QCOMPARE(m_wizard->step(), SetupWizard::OfficeRnD);
    part<QLineEdit>(u"clientId"_s)->setFocus();
    QTest::keyClicks(m_wizard->focusWidget(), u"6f1c"_s);
    QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(m_wizard->focusWidget(), u"s3cret"_s);
    part<QLineEdit>(u"address"_s)->setFocus();
    QTest::keyClicks(m_wizard->focusWidget(), u"https://app.officernd.com/admin/acme"_s);
    QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_connector->tests, 1);
    QCOMPARE(m_connector->forms.left.clientId, u"6f1c"_s);
    QCOMPARE(m_connector->forms.left.secret, u"s3cret"_s);
    QCOMPARE(m_connector->forms.left.address, u"https://app.officernd.com/admin/acme"_s);
    m_connector->answer(Side::Left, connectedTo(u"Acme Spaces"_s));
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QCOMPARE(m_wizard->step(), SetupWizard::HighLevel);
    part<QLineEdit>(u"secret"_s)->setFocus();
    QTest::keyClicks(m_wizard->focusWidget(), u"pit-1"_s);
    part<QLineEdit>(u"address"_s)->setFocus();
    QTest::keyClicks(m_wizard->focusWidget(), u"loc"_s);
    QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_connector->forms.right.secret, u"pit-1"_s);
    m_connector->answer(Side::Right, connectedTo(u"Sofia office"_s));
    QCOMPARE(m_connector->finished, 0);
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QCOMPARE(m_wizard->step(), SetupWizard::Recognise);
    QCOMPARE(m_connector->finished, 1);
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());

    SyncController controller(&world.engine, world.reader(), world.clock);
    m_wizard->setController(&controller);
    QTRY_VERIFY(part<QPushButton>(u"next"_s)->isEnabled());
    QCOMPARE(part<PlainLabel>(u"summary"_s)->text(),
             u"1 recognised, 1 only in OfficeRnD, 0 only in HighLevel, 0 not sure"_s);
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QCOMPARE(m_wizard->step(), SetupWizard::FirstPreview);
    QCOMPARE(part<PlainLabel>(u"headline"_s)->text(), u"2 changes: 1 new in HighLevel, 1 link."_s);
    QSignalSpy preview(m_wizard.get(), &SetupWizard::previewRequested);
    QTest::keyClick(m_wizard.get(), Qt::Key_Return);
    QCOMPARE(preview.size(), 1);
    QVERIFY(!m_wizard->isVisible());
    QCOMPARE(world.left.writes + world.right.writes, 0);
}

void SetupWizardTest::errorsStandBesideTheirFieldAndKeepWhatWasTyped()
{
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    fill(u"clientId"_s, u"6f1c"_s);
    fill(u"secret"_s, u"wrong"_s);
    fill(u"address"_s, u"https://app.officernd.com/admin/acme"_s);
    next();
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());
    ConnectionOutcome refused;
    refused.field = ConnectionOutcome::Field::Secret;
    refused.lines = {{ConnectionLine::State::Bad, u"OfficeRnD does not accept this secret."_s}};
    m_connector->answer(Side::Left, refused);
    QCOMPARE(part<FieldNote>(u"secretNote"_s)->text(), u"OfficeRnD does not accept this secret."_s);
    QCOMPARE(part<FieldNote>(u"clientIdNote"_s), nullptr);
    QVERIFY(part<QLineEdit>(u"secret"_s)->hasFocus());
    QCOMPARE(part<QLineEdit>(u"clientId"_s)->text(), u"6f1c"_s);
    QCOMPARE(part<QLineEdit>(u"secret"_s)->text(), u"wrong"_s);
    QCOMPARE(m_wizard->step(), SetupWizard::OfficeRnD);
    QVERIFY(part<QPushButton>(u"next"_s)->isEnabled());
}

void SetupWizardTest::missingFieldsAreNamedBeforeAnythingIsSent()
{
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    next();
    QVERIFY(part<QLineEdit>(u"clientId"_s)->hasFocus());
    QVERIFY(part<FieldNote>(u"clientIdNote"_s));
    fill(u"clientId"_s, u"6f1c"_s);
    next();
    QVERIFY(part<QLineEdit>(u"secret"_s)->hasFocus());
    fill(u"secret"_s, u"s"_s);
    fill(u"address"_s, u"https://app.officernd.com"_s);
    next();
    QVERIFY(part<QLineEdit>(u"address"_s)->hasFocus());
    QCOMPARE(m_connector->tests, 0);
    fill(u"address"_s, u"https://app.officernd.com/admin/acme"_s);
    QCOMPARE(part<FieldNote>(u"addressNote"_s)->text(), u"Organisation: acme"_s);
}

void SetupWizardTest::rightAccountIsAskedAndTheSecretForgotten()
{
    open();
    m_wizard->goTo(SetupWizard::HighLevel);
    auto *secret = part<QLineEdit>(u"secret"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    part<QPushButton>(u"showSecret"_s)->click();
    QCOMPARE(secret->echoMode(), QLineEdit::Normal);
    fill(u"secret"_s, u"pit-1"_s);
    fill(u"address"_s, u"loc"_s);
    next();
    m_connector->answer(Side::Right, connectedTo(u"Sofia office"_s));
    QCOMPARE(part<PlainLabel>(u"rightAccount"_s)->text(),
             u"Is this the right account? Sofia office"_s);
    QCOMPARE(secret->text(), QString());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QCOMPARE(m_wizard->step(), SetupWizard::HighLevel);
    part<QPushButton>(u"another"_s)->click();
    QVERIFY(secret->isEnabled());
    fill(u"secret"_s, u"pit-2"_s);
    m_wizard->reject();
    QCOMPARE(secret->text(), QString());
}

void SetupWizardTest::beginSignIn()
{
    open();
    m_wizard->goTo(SetupWizard::HighLevel);
    part<QRadioButton>(u"wayBrowser"_s)->setChecked(true);
    fill(u"appClientId"_s, u" 65f0-abc "_s);
    fill(u"appSecret"_s, u"hush"_s);
    next();
    QCOMPARE(m_connector->signIns, 1);
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());
    m_connector->move(Side::Right,
                      {.stage = SignInProgress::Stage::Waiting,
                       .address = QUrl(u"https://marketplace.example/choose?state=x"_s)});
}

void SetupWizardTest::signsInWithTheBrowser()
{
    beginSignIn();
    QCOMPARE(m_connector->signInForms.right.clientId, u"65f0-abc"_s);
    QCOMPARE(m_connector->signInForms.right.clientSecret, u"hush"_s);
    QCOMPARE(m_opened, QList {QUrl(u"https://marketplace.example/choose?state=x"_s)});
    QVERIFY(!part<QLineEdit>(u"appClientId"_s));
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());
    part<QPushButton>(u"openAgain"_s)->click();
    QCOMPARE(m_opened.size(), 2);
    part<QPushButton>(u"copyLink"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_opened.constFirst().toString());
    QTest::qWait(10);
    QCOMPARE(faultsOf(*m_wizard).join(u'\n'), QString());

    m_connector->move(Side::Right, {.stage = SignInProgress::Stage::Finishing});
    QVERIFY(!part<QLineEdit>(u"paste"_s));
    m_connector->move(
        Side::Right,
        offering({{u"loc-1"_s, u"Bean & <b>Desk</b>"_s, u"Lisbon"_s}}, {u"Edit contacts"_s}));
    QCOMPARE(part<PlainLabel>(u"question"_s)->text(), u"Is this the right account?"_s);
    auto *accounts = part<QListWidget>(u"accounts"_s);
    QCOMPARE(accounts->count(), 1);
    QCOMPARE(accounts->item(0)->text(), u"Bean & <b>Desk</b>, Lisbon"_s);
    QVERIFY(part<FieldNote>(u"missing"_s)->text().contains(u"Edit contacts"_s));
    QCOMPARE(part<QPushButton>(u"next"_s)->text(), u"&Yes, use this one"_s);
    QTest::qWait(10);
    QCOMPARE(faultsOf(*m_wizard).join(u'\n'), QString());
    next();
    QCOMPARE(m_connector->chosen, QStringList {u"loc-1"_s});
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());
    m_connector->answer(Side::Right, connectedTo(u"Bean & Desk"_s));
    QCOMPARE(part<QPushButton>(u"next"_s)->text(), u"&Yes, continue"_s);
    next();
    QCOMPARE(m_wizard->step(), SetupWizard::Recognise);
}

void SetupWizardTest::partnerOfOfficeRnDSignsInWithTheBrowser()
{
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    QVERIFY(part<QPushButton>(u"notOwner"_s));
    part<QRadioButton>(u"wayKey"_s)->setFocus();
    QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Down);
    QVERIFY(part<QRadioButton>(u"wayBrowser"_s)->isChecked());
    QVERIFY(!part<QPushButton>(u"notOwner"_s));
    QVERIFY(!part<QLineEdit>(u"address"_s)); // the organisation comes with the sign-in
    QVERIFY(part<FieldNote>(u"redirectPageNote"_s)->text().startsWith(u"OfficeRnD may refuse"_s));
    fill(u"appClientId"_s, u"partner-1"_s);
    fill(u"appSecret"_s, u"hush"_s);
    QTest::qWait(10);
    QCOMPARE(faultsOf(*m_wizard).join(u'\n'), QString());
    next();
    QCOMPARE(m_connector->signIns, 1);
    QCOMPARE(m_connector->signInForms.left.clientId, u"partner-1"_s);
    QCOMPARE(m_connector->signInForms.right.clientId, QString());
    m_connector->move(Side::Left,
                      {.stage = SignInProgress::Stage::Waiting,
                       .address = QUrl(u"https://identity.example/oauth/authorize"_s)});
    QCOMPARE(m_opened, QList {QUrl(u"https://identity.example/oauth/authorize"_s)});
    m_connector->move(Side::Left, offering({{u"bean-desk"_s, u"Bean & <b>Desk</b>"_s, {}}}));
    const auto *account = part<QListWidget>(u"accounts"_s)->item(0);
    QCOMPARE(account->text(), u"Bean & <b>Desk</b>"_s);
    QVERIFY(account->toolTip().contains(u"Organisation: bean-desk"_s));
    next();
    QCOMPARE(m_connector->chosen, QStringList {u"bean-desk"_s});
    m_connector->answer(Side::Left, connectedTo(u"Bean & Desk"_s));
    next();
    QCOMPARE(m_wizard->step(), SetupWizard::HighLevel);
}

//! A partner's ID is no key's ID: the wrong one in the other field would only be refused.
void SetupWizardTest::eachWayKeepsItsOwnClientId()
{
    m_connector->drafts.left = {.way = AccountDraft::Way::Browser,
                                .address = {},
                                .clientId = u"partner-1"_s,
                                .redirectPage = {}};
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    QCOMPARE(part<QLineEdit>(u"appClientId"_s)->text(), u"partner-1"_s);
    part<QRadioButton>(u"wayKey"_s)->setChecked(true);
    QCOMPARE(part<QLineEdit>(u"clientId"_s)->text(), QString());
    fill(u"clientId"_s, u"6f1c"_s);
    m_wizard->reject();
    QCOMPARE(m_connector->drafts.left.clientId, u"6f1c"_s);
    QCOMPARE(int(m_connector->drafts.left.way), int(AccountDraft::Way::Key));
}

void SetupWizardTest::pastedCodeIsJudged()
{
    beginSignIn();
    part<QPushButton>(u"usePasted"_s)->click();
    QVERIFY(!part<FieldNote>(u"pasteNote"_s)->text().isEmpty());
    QCOMPARE(m_connector->pastedTexts, QStringList());
    fill(u"paste"_s, u" abc "_s);
    part<QPushButton>(u"usePasted"_s)->click();
    QCOMPARE(m_connector->pastedTexts, QStringList {u"abc"_s});
    m_connector->refusePasted(Side::Right, u"That is no code."_s);
    QCOMPARE(part<FieldNote>(u"pasteNote"_s)->text(), u"That is no code."_s);
    QVERIFY(part<QLineEdit>(u"paste"_s)->hasFocus());
    QCOMPARE(part<QLineEdit>(u"paste"_s)->text(), u" abc "_s);
}

void SetupWizardTest::waitingCanBeCancelled()
{
    beginSignIn();
    part<QPushButton>(u"cancel"_s)->click();
    QCOMPARE(m_connector->cancelled, 1);
    ConnectionOutcome stopped;
    stopped.lines = {{ConnectionLine::State::Warning, u"The sign-in was stopped."_s}};
    m_connector->answer(Side::Right, stopped);
    QCOMPARE(part<QLineEdit>(u"appClientId"_s)->text(), u" 65f0-abc "_s);
    QVERIFY(part<QLineEdit>(u"appClientId"_s)->isEnabled());
    QVERIFY(part<QPushButton>(u"next"_s)->isEnabled());
    next();
    QCOMPARE(m_connector->signIns, 2);
}

void SetupWizardTest::oneOfSeveralAccountsIsMarkedFirst()
{
    beginSignIn();
    m_connector->move(Side::Right, offering({{u"loc-1"_s, u"One"_s, {}}, {u"loc-2"_s, {}, {}}}));
    next();
    QCOMPARE(m_connector->chosen, QStringList());
    auto *accounts = part<QListWidget>(u"accounts"_s);
    QCOMPARE(accounts->item(1)->text(), u"loc-2"_s); // no name: the id stands for it
    accounts->setCurrentRow(1);
    next();
    QCOMPARE(m_connector->chosen, QStringList {u"loc-2"_s});
}

void SetupWizardTest::missingApplicationIsNamedBeforeAnythingIsSent()
{
    open();
    m_wizard->goTo(SetupWizard::HighLevel);
    part<QRadioButton>(u"wayBrowser"_s)->setChecked(true);
    next();
    QVERIFY(part<QLineEdit>(u"appClientId"_s)->hasFocus());
    QVERIFY(!part<FieldNote>(u"appClientIdNote"_s)->text().isEmpty());
    fill(u"appClientId"_s, u"65f0-abc"_s);
    fill(u"redirectPage"_s, u"sign-in.example"_s);
    next();
    QVERIFY(part<QLineEdit>(u"redirectPage"_s)->hasFocus());
    QCOMPARE(m_connector->signIns, 0);
    fill(u"redirectPage"_s, u"https://sign-in.example/redirect.html"_s);
    next();
    QCOMPARE(m_connector->signIns, 1);
    QCOMPARE(m_connector->signInForms.right.redirectPage,
             u"https://sign-in.example/redirect.html"_s);
}

void SetupWizardTest::whatWasTypedOutlivesTheWizard()
{
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    fill(u"clientId"_s, u"6f1c"_s);
    fill(u"secret"_s, u"hush"_s);
    fill(u"address"_s, u"https://app.officernd.com/admin/acme"_s);
    m_wizard->goTo(SetupWizard::HighLevel);
    fill(u"address"_s, u"loc-77"_s);
    part<QRadioButton>(u"wayBrowser"_s)->setChecked(true);
    fill(u"appClientId"_s, u"65f0-abc"_s);
    fill(u"appSecret"_s, u"hush"_s);
    fill(u"redirectPage"_s, u"https://sign-in.example/r.html"_s);
    m_wizard->reject();
    m_wizard.reset();

    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    QCOMPARE(part<QLineEdit>(u"clientId"_s)->text(), u"6f1c"_s);
    QCOMPARE(part<QLineEdit>(u"address"_s)->text(), u"https://app.officernd.com/admin/acme"_s);
    QCOMPARE(part<QLineEdit>(u"secret"_s)->text(), QString());
    m_wizard->goTo(SetupWizard::HighLevel);
    QVERIFY(part<QRadioButton>(u"wayBrowser"_s)->isChecked());
    QCOMPARE(part<QLineEdit>(u"appClientId"_s)->text(), u"65f0-abc"_s);
    QCOMPARE(part<QLineEdit>(u"appSecret"_s)->text(), QString());
    QCOMPARE(part<QLineEdit>(u"redirectPage"_s)->text(), u"https://sign-in.example/r.html"_s);
    part<QRadioButton>(u"wayKey"_s)->setChecked(true);
    QCOMPARE(part<QLineEdit>(u"address"_s)->text(), u"loc-77"_s);
}

void SetupWizardTest::leavingEndsTheWait()
{
    beginSignIn();
    m_wizard->reject();
    QCOMPARE(m_connector->cancelled, 1);
}

void SetupWizardTest::placeIsKept_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("step");
    QTest::newRow("new") << QString() << QString() << int(SetupWizard::Welcome);
    QTest::newRow("OfficeRnD") << u"A"_s << QString() << int(SetupWizard::HighLevel);
    QTest::newRow("HighLevel") << QString() << u"B"_s << int(SetupWizard::OfficeRnD);
    QTest::newRow("both") << u"A"_s << u"B"_s << int(SetupWizard::Recognise);
}

void SetupWizardTest::placeIsKept()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(int, step);
    m_connector->accounts = {left, right};
    open();
    QCOMPARE(int(m_wizard->step()), step);
    QCOMPARE(m_connector->finished, step == SetupWizard::Recognise ? 1 : 0);
}

void SetupWizardTest::sampleContacts()
{
    open();
    part<QPushButton>(u"practice"_s)->click();
    QCOMPARE(m_connector->practised, 1);
    QVERIFY(!m_wizard->isVisible());
}

void SetupWizardTest::requestToAnOwnerNeverAsksForTheSecret()
{
    open();
    m_wizard->goTo(SetupWizard::OfficeRnD);
    part<QPushButton>(u"notOwner"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, AccountPage::requestText());
    QVERIFY(copied.contains(u"do not send the values by e-mail"_s));
    QVERIFY(part<PlainLabel>(u"copied"_s));
}

void SetupWizardTest::failedCheckCanBeTriedAgain()
{
    SampleWorld world;
    world.addLeft(u"Ana Ruiz"_s, u"ana@z.es"_s, {}, {});
    world.left.setNextList(twinbook::testing::FakeService::List::SignedOut);
    m_connector->accounts = {u"A"_s, u"B"_s};
    SyncController controller(&world.engine, world.reader(), world.clock);
    open();
    m_wizard->setController(&controller);
    QTRY_VERIFY(part<QPushButton>(u"first"_s) || part<QWidget>(u"trouble"_s));
    QVERIFY(!part<QPushButton>(u"next"_s)->isEnabled());
    for (QPushButton *button : part<QWidget>(u"trouble"_s)->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QTRY_VERIFY(part<QPushButton>(u"next"_s)->isEnabled());
}

void SetupWizardTest::everyControlHasAName()
{
    open();
    for (int step = SetupWizard::Welcome; step <= SetupWizard::FirstPreview; ++step) {
        m_wizard->goTo(static_cast<SetupWizard::Step>(step));
        QTest::qWait(10);
        QCOMPARE(faultsOf(*m_wizard).join(u'\n'), QString());
    }
}

QTEST_MAIN(SetupWizardTest)
#include "tst_setupwizard.moc"
