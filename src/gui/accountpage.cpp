// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/accountpage.h"

#include "gui/picture.h"
#include "ui_accountpage.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Tone toneOf(ConnectionLine::State state)
{
    switch (state) {
    case ConnectionLine::State::Good:
        return Tone::Good;
    case ConnectionLine::State::Warning:
        return Tone::Attention;
    case ConnectionLine::State::Bad:
        return Tone::Stopped;
    }
    return Tone::Text;
}

} // namespace

AccountPage::AccountPage(Side side, AccountConnector &connector, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_connector(connector)
    , m_ui(std::make_unique<Ui::AccountPage>())
{
    m_ui->setupUi(this);
    setUp();
    if (side == Side::Left)
        setUpOfficeRnD();
    else
        setUpHighLevel();
    setUpSignIn();
    connect(&connector, &AccountConnector::tested, this,
            [this](Side tested, const ConnectionOutcome &outcome) {
                if (tested == m_side)
                    showOutcome(outcome);
            });
    const QString connected = connector.connectedAccount(side);
    if (connected.isEmpty())
        setState(State::Filling);
    else
        showConnected(connected);
}

AccountPage::~AccountPage() = default;

void AccountPage::setUp()
{
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->keyring->setLook(PlainLabel::Look::Muted);
    m_ui->keyring->setText(
        tr("The secret is kept in this computer's password store and nowhere else."));
    m_ui->copied->hide();
    m_ui->rightAccount->setLook(PlainLabel::Look::Heading);
    m_ui->testing->setAccessibleName(tr("Testing the connection"));
    clearBlame();
    connect(m_ui->showSecret, &QPushButton::toggled, this, [this](bool show) {
        m_ui->secret->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->showSecret->setText(show ? tr("&Hide") : tr("S&how"));
    });
    connect(m_ui->address, &QLineEdit::textChanged, this, &AccountPage::showAddress);
    connect(m_ui->notOwner, &QPushButton::clicked, this, &AccountPage::copyRequest);
    connect(m_ui->open, &QPushButton::clicked, this, &AccountPage::openInBrowser);
    connect(m_ui->another, &QPushButton::clicked, this, [this] { setState(State::Filling); });
    m_ui->secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                      | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

void AccountPage::setUpOfficeRnD()
{
    m_ui->title->setText(tr("Connect OfficeRnD"));
    m_ui->clientIdLabel->setText(tr("Client &ID"));
    m_ui->secretLabel->setText(tr("Client &secret"));
    m_ui->addressLabel->setText(tr("Or&ganisation"));
    m_ui->address->setPlaceholderText(tr("any OfficeRnD address from your browser"));
    showAddress();
}

void AccountPage::setUpHighLevel()
{
    m_ui->title->setText(tr("Connect HighLevel"));
    m_ui->clientIdLabel->hide();
    m_ui->clientId->hide();
    m_ui->notOwner->hide();
    m_ui->secretLabel->setText(tr("&Private integration key"));
    m_ui->secret->setPlaceholderText(u"pit-..."_s);
    m_ui->addressLabel->setText(tr("&Location ID"));
}

void AccountPage::setUpSignIn()
{
    m_ui->signIn->setSide(m_side);
    m_ui->wayKey->setText(m_side == Side::Left ? tr("Paste Client ID and Client Secret of a &key")
                                               : tr("Paste a private integration &key"));
    m_ui->wayBrowser->setText(m_side == Side::Left ? tr("Sign in &with the browser, as a partner")
                                                   : tr("Sign in &with the browser"));
    connect(m_ui->wayBrowser, &QRadioButton::toggled, this, [this](bool browser) {
        setWay(browser ? AccountDraft::Way::Browser : AccountDraft::Way::Key);
    });
    connect(m_ui->signIn, &SignInPanel::pasted, this,
            [this](const QString &text) { m_connector.takePasted(m_side, text); });
    for (const auto signal : {&SignInPanel::cancelled, &SignInPanel::anotherWanted})
        connect(m_ui->signIn, signal, this, [this] { m_connector.cancelSignIn(m_side); });
    connect(m_ui->signIn, &SignInPanel::savePageRequested, this, &AccountPage::savePage);
    connect(&m_connector, &AccountConnector::signInMoved, this,
            [this](Side side, const SignInProgress &progress) {
                if (side == m_side)
                    showSignIn(progress);
            });
    connect(&m_connector, &AccountConnector::pasteRefused, this,
            [this](Side side, const QString &sentence) {
                if (side == m_side)
                    m_ui->signIn->refusePasted(sentence);
            });
    const AccountDraft draft = m_connector.draft(m_side);
    m_ui->address->setText(draft.address);
    // A client ID belongs to the way it was typed for; HighLevel's key has none.
    const bool isOfKey = m_side == Side::Left && draft.way == AccountDraft::Way::Key;
    m_ui->clientId->setText(isOfKey ? draft.clientId : QString());
    m_ui->signIn->fill(isOfKey ? QString() : draft.clientId, draft.redirectPage);
    setWay(draft.way);
    m_ui->wayBrowser->setChecked(m_way == AccountDraft::Way::Browser);
}

void AccountPage::setWay(AccountDraft::Way way)
{
    m_way = way;
    const bool browser = way == AccountDraft::Way::Browser;
    m_ui->keyForm->setVisible(!browser);
    m_ui->signIn->setVisible(browser);
    showLines({});
    m_ui->outcome->hide();
    if (m_side == Side::Left)
        tellOfficeRnDWay();
    else
        tellHighLevelWay();
}

void AccountPage::tellOfficeRnDWay()
{
    m_ui->notOwner->setVisible(m_way == AccountDraft::Way::Key);
    if (m_way == AccountDraft::Way::Browser) {
        m_ui->intro->setText(tr("Only partners that OfficeRnD has approved have an application to "
                                "sign in with. Everybody else uses a key."));
        showSteps({tr("Have OfficeRnD allow your application to read and to write members and "
                      "companies."),
                   tr("Have it register %1 or your redirect page's address.")
                       .arg(SignInPanel::returnAddress()),
                   tr("Copy the application's Client ID and Client Secret to here.")});
        return;
    }
    m_ui->intro->setText(tr("OfficeRnD lets only an owner of the organisation make this key. It "
                            "takes about two minutes:"));
    showSteps({tr("In OfficeRnD, go to Settings > Data & Extensibility > Developer Tools > "
                  "Applications and press Add."),
               tr("Name it Twinbook and allow it to read and to write members and companies."),
               tr("Press View in the row's menu and copy Client ID and Client Secret to here.")});
}

void AccountPage::tellHighLevelWay()
{
    if (m_way == AccountDraft::Way::Browser) {
        m_ui->intro->setText(tr("You need an application of your own at HighLevel's "
                                "marketplace:"));
        showSteps(
            {tr("At marketplace.gohighlevel.com, under My Apps, make an application for "
                "sub-accounts."),
             tr("Allow: View and Edit Contacts, View Locations, View Custom Fields, View Tags."),
             tr("As redirect address, enter %1 or your redirect page's.")
                 .arg(SignInPanel::returnAddress()),
             tr("Under Client Keys, copy Client ID and Client Secret to here.")});
    } else {
        m_ui->intro->setText(tr("An admin of the sub-account can make this key:"));
        showSteps(
            {tr("In HighLevel, open the sub-account and go to Settings > Private Integrations."),
             tr("Press Create new integration and name it Twinbook."),
             tr("Allow: View and Edit Contacts, View Locations, View Custom Fields, View Tags."),
             tr("Copy what HighLevel shows at the end to here; it is shown only once."),
             tr("The Location ID stands under Settings > Business Profile.")});
    }
}

void AccountPage::showSteps(const QStringList &steps)
{
    qDeleteAll(m_ui->steps->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_ui->steps->layout();
    auto *grid = new QGridLayout(m_ui->steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::one);
    grid->setVerticalSpacing(space::half);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        auto *number
            = new PlainLabel(QLocale().toString(i + 1), PlainLabel::Look::Strong, m_ui->steps);
        number->setWordWrap(false);
        grid->addWidget(number, i, 0, Qt::AlignTop);
        grid->addWidget(new PlainLabel(steps.at(i), m_ui->steps), i, 1);
    }
}

void AccountPage::setState(State state)
{
    m_state = state;
    const bool filling = state == State::Filling;
    for (QWidget *field :
         {static_cast<QWidget *>(m_ui->clientId), static_cast<QWidget *>(m_ui->secret),
          static_cast<QWidget *>(m_ui->showSecret), static_cast<QWidget *>(m_ui->address)})
        field->setEnabled(filling);
    if (state == State::Testing)
        showLines({});
    // While the browser is waited for, the panel says so itself.
    const bool signingIn = m_way == AccountDraft::Way::Browser
        && m_ui->signIn->stage() != SignInPanel::Stage::Filling;
    const bool testing = state == State::Testing && !signingIn;
    m_ui->ways->setEnabled(filling);
    m_ui->signIn->setVisible(m_way == AccountDraft::Way::Browser && state != State::Connected);
    m_ui->testing->setVisible(testing);
    m_ui->testingText->setVisible(testing);
    m_ui->testingText->setText(tr("Signing in to %1...").arg(serviceName(m_side)));
    m_ui->rightAccount->setVisible(state == State::Connected);
    m_ui->another->setVisible(state == State::Connected);
    m_ui->outcome->setVisible(testing || state == State::Connected || m_ui->lines->count() > 0);
    Q_EMIT stateChanged(state);
}

void AccountPage::showAddress()
{
    if (m_side == Side::Right)
        return;
    const QString text = m_ui->address->text();
    const QString organization = m_connector.organizationIn(text);
    if (text.isEmpty())
        m_ui->addressNote->hint(
            tr("Paste the address of any OfficeRnD page; the organisation is found in it."));
    else if (organization.isEmpty())
        m_ui->addressNote->hint(tr("No organisation found in this yet."));
    else
        m_ui->addressNote->hint(tr("Organisation: %1").arg(organization));
}

bool AccountPage::isComplete()
{
    using Field = ConnectionOutcome::Field;
    clearBlame();
    if (m_side == Side::Left && m_ui->clientId->text().trimmed().isEmpty())
        blame(Field::ClientId, tr("Copy the Client ID from OfficeRnD to here."));
    else if (m_ui->secret->text().trimmed().isEmpty())
        blame(Field::Secret,
              m_side == Side::Left ? tr("Copy the Client Secret from OfficeRnD to here.")
                                   : tr("Copy the key that HighLevel showed to here."));
    else if (m_side == Side::Left && m_connector.organizationIn(m_ui->address->text()).isEmpty())
        blame(Field::Address,
              tr("Paste the address that your browser shows while OfficeRnD is "
                 "open, for example https://app.officernd.com/admin/acme."));
    else if (m_ui->address->text().trimmed().isEmpty())
        blame(Field::Address, tr("Copy the Location ID from HighLevel to here."));
    else
        return true;
    return false;
}

void AccountPage::test()
{
    if (m_state == State::Testing)
        return;
    if (m_way == AccountDraft::Way::Browser) {
        begin();
        return;
    }
    if (!isComplete())
        return;
    AccountForm form;
    form.address = m_ui->address->text().trimmed();
    form.clientId = m_ui->clientId->text().trimmed();
    form.secret = m_ui->secret->text().trimmed();
    setState(State::Testing);
    m_connector.connectAccount(m_side, form);
}

void AccountPage::begin()
{
    if (m_state == State::Choosing) {
        const QString account = m_ui->signIn->chosenAccount();
        if (account.isEmpty())
            return;
        m_ui->signIn->showFilling();
        m_ui->signIn->setEnabled(false);
        setState(State::Testing);
        m_connector.chooseAccount(m_side, account);
        return;
    }
    const std::optional<SignInForm> form = m_ui->signIn->complete();
    if (!form)
        return;
    m_ui->signIn->setEnabled(false);
    setState(State::Testing);
    m_connector.signIn(m_side, *form);
}

void AccountPage::showSignIn(const SignInProgress &progress)
{
    m_ui->signIn->setEnabled(true);
    m_ui->signIn->showProgress(progress);
    setState(progress.stage == SignInProgress::Stage::Choosing ? State::Choosing : State::Testing);
}

void AccountPage::savePage(const QString &file)
{
    const QString trouble = m_connector.saveRedirectPage(file);
    m_ui->copied->setText(trouble.isEmpty()
                              ? tr("The page was saved to %1. Publish it under https and enter its "
                                   "address in both places.")
                                    .arg(file)
                              : trouble);
    m_ui->copied->show();
}

void AccountPage::leave()
{
    if (m_way == AccountDraft::Way::Browser
        && (m_state == State::Testing || m_state == State::Choosing))
        m_connector.cancelSignIn(m_side);
    const bool isOfKey = m_side == Side::Left && m_way == AccountDraft::Way::Key;
    m_connector.keepDraft(
        m_side,
        {.way = m_way,
         .address = m_ui->address->text().trimmed(),
         .clientId = isOfKey ? m_ui->clientId->text().trimmed() : m_ui->signIn->clientId(),
         .redirectPage = m_ui->signIn->redirectPage()});
    forgetSecret();
}

void AccountPage::showOutcome(const ConnectionOutcome &outcome)
{
    m_ui->signIn->setEnabled(true);
    m_ui->signIn->showFilling();
    if (outcome.verdict == ConnectionOutcome::Verdict::Connected) {
        showLines(outcome.lines);
        showConnected(outcome.accountName);
        return;
    }
    // What belongs to a field stands there; the panel shows the rest.
    QList<ConnectionLine> lines = outcome.lines;
    const bool hasFields = m_way == AccountDraft::Way::Key;
    if (hasFields && outcome.field != ConnectionOutcome::Field::None) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i).state == ConnectionLine::State::Bad) {
                blame(outcome.field, lines.takeAt(i).text);
                break;
            }
        }
    }
    showLines(lines);
    setState(State::Filling);
    if (hasFields && outcome.field != ConnectionOutcome::Field::None)
        blame(outcome.field, {});
}

void AccountPage::showConnected(const QString &accountName)
{
    forgetSecret();
    clearBlame();
    m_ui->rightAccount->setText(tr("Is this the right account? %1").arg(accountName));
    setState(State::Connected);
}

void AccountPage::showLines(const QList<ConnectionLine> &lines)
{
    while (QLayoutItem *item = m_ui->lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ConnectionLine &line : lines) {
        auto *entry = new QWidget(m_ui->outcome);
        auto *across = new QHBoxLayout(entry);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(space::one);
        const Tone tone = toneOf(line.state);
        const Icon sign = tone == Tone::Good ? Icon::Good
            : tone == Tone::Attention        ? Icon::Warning
                                             : Icon::Error;
        across->addWidget(new Picture(sign, tone, 1.25, entry), 0, Qt::AlignTop);
        across->addWidget(new PlainLabel(line.text, entry), 1);
        m_ui->lines->addWidget(entry);
    }
}

void AccountPage::blame(ConnectionOutcome::Field field, const QString &sentence)
{
    const auto point = [&sentence](QLineEdit *edit, FieldNote *note) {
        if (!sentence.isEmpty()) {
            note->blame(sentence);
            edit->setAccessibleDescription(sentence);
        }
        edit->setFocus();
    };
    switch (field) {
    case ConnectionOutcome::Field::Address:
        point(m_ui->address, m_ui->addressNote);
        break;
    case ConnectionOutcome::Field::ClientId:
        point(m_ui->clientId, m_ui->clientIdNote);
        break;
    case ConnectionOutcome::Field::Secret:
        point(m_ui->secret, m_ui->secretNote);
        break;
    case ConnectionOutcome::Field::None:
        break;
    }
}

void AccountPage::clearBlame()
{
    for (FieldNote *note : {m_ui->clientIdNote, m_ui->secretNote, m_ui->addressNote})
        note->clear();
    for (QLineEdit *edit : {m_ui->clientId, m_ui->secret, m_ui->address})
        edit->setAccessibleDescription({});
    showAddress();
}

void AccountPage::forgetSecret()
{
    m_ui->secret->clear();
    m_ui->showSecret->setChecked(false);
    m_ui->signIn->forgetSecret();
}

QString AccountPage::requestText()
{
    return tr("Hello,\n\n"
              "I would like to keep our people in OfficeRnD and HighLevel in agreement with "
              "Twinbook. OfficeRnD lets only an owner make the key for this.\n\n"
              "Could you please come to my computer, or connect to it, and do this together with "
              "me? In OfficeRnD: Settings > Data & Extensibility > Developer Tools > Applications "
              "> Add, allow reading and writing members and companies, then enter the two values "
              "into Twinbook yourself.\n\n"
              "Please do not send the values by e-mail or chat: whoever has them can read and "
              "change our members.\n\n"
              "Thank you!");
}

void AccountPage::copyRequest()
{
    QGuiApplication::clipboard()->setText(requestText());
    m_ui->copied->setText(tr("A request to an owner was copied. Paste it into a message to them."));
    m_ui->copied->show();
}

void AccountPage::openInBrowser()
{
    QDesktopServices::openUrl(QUrl(m_side == Side::Left ? u"https://app.officernd.com"_s
                                                        : u"https://app.gohighlevel.com"_s));
}

} // namespace twinbook
