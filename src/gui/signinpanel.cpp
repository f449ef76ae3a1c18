// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signinpanel.h"

#include "ui_signinpanel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int accountRowsShown = 4;

//! One line for a list; what a service calls an account is text and nothing else.
QString lineOf(const OfferedAccount &account)
{
    QStringList parts {account.name, account.place};
    parts.removeAll(QString());
    if (parts.isEmpty())
        parts.append(account.id);
    return parts.join(u", "_s).simplified();
}

} // namespace

SignInPanel::SignInPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPanel>())
{
    m_ui->setupUi(this);
    setUpTexts();
    connect(m_ui->showAppSecret, &QPushButton::toggled, this, [this](bool show) {
        m_ui->appSecret->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->showAppSecret->setText(show ? tr("&Hide") : tr("S&how"));
    });
    m_ui->appSecret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                         | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_ui->openAgain, &QPushButton::clicked, this, &SignInPanel::openBrowser);
    connect(m_ui->copyLink, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded));
        m_ui->pasteNote->hint(tr("The link was copied. It works in a browser on this computer."));
    });
    connect(m_ui->cancel, &QPushButton::clicked, this, &SignInPanel::cancelled);
    connect(m_ui->another, &QPushButton::clicked, this, &SignInPanel::anotherWanted);
    connect(m_ui->usePasted, &QPushButton::clicked, this, &SignInPanel::usePasted);
    connect(m_ui->savePage, &QPushButton::clicked, this, &SignInPanel::askWhereToSave);
    showFilling();
}

SignInPanel::~SignInPanel() = default;

void SignInPanel::setUpTexts()
{
    m_ui->question->setLook(PlainLabel::Look::Heading);
    m_ui->waitingText->setLook(PlainLabel::Look::Strong);
    m_ui->waitingHint->setText(
        tr("Nothing happens in the browser? Open it again. If it shows a code or cannot show its "
           "last page, paste the code or that page's address here."));
    m_ui->waitingBar->setAccessibleName(tr("Waiting for the browser"));
    m_ui->accounts->setAccessibleName(tr("Accounts"));
    m_ui->savePage->setAccessibleDescription(
        tr("Saves the page that you publish as redirect page."));
}

void SignInPanel::setStage(Stage stage)
{
    m_stage = stage;
    m_ui->fields->setVisible(stage == Stage::Filling);
    m_ui->waiting->setVisible(stage == Stage::Waiting);
    m_ui->choosing->setVisible(stage == Stage::Choosing);
}

void SignInPanel::setSide(Side side)
{
    m_side = side;
    showFilling();
}

QString SignInPanel::returnAddress()
{
    return u"http://127.0.0.1:28417/signed-in"_s;
}

void SignInPanel::showFilling()
{
    m_ui->appClientIdNote->clear();
    m_ui->appSecretNote->hint(tr("Leave it empty if it was entered on this computer before."));
    m_ui->redirectPageNote->hint(
        tr("%1 may refuse addresses on this computer. Then save the page, publish it under https, "
           "and enter here and in the application where it is.")
            .arg(serviceName(m_side)));
    setStage(Stage::Filling);
}

std::optional<SignInForm> SignInPanel::complete()
{
    m_ui->appClientIdNote->clear();
    if (clientId().isEmpty()) {
        m_ui->appClientIdNote->blame(tr("Copy the Client ID of your application to here."));
        m_ui->appClientId->setFocus();
        return {};
    }
    const QUrl page(redirectPage());
    if (!redirectPage().isEmpty() && (page.scheme() != "https"_L1 || page.host().isEmpty())) {
        m_ui->redirectPageNote->blame(
            tr("Enter the whole address of the page; it begins with https://."));
        m_ui->redirectPage->setFocus();
        return {};
    }
    return SignInForm {clientId(), m_ui->appSecret->text().trimmed(), redirectPage()};
}

void SignInPanel::showProgress(const SignInProgress &progress)
{
    switch (progress.stage) {
    case SignInProgress::Stage::Waiting:
        showWaiting(progress.address);
        break;
    case SignInProgress::Stage::Finishing:
        m_ui->waitingText->setText(tr("The browser came back. Signing in..."));
        m_ui->waitingHint->hide();
        for (QWidget *part :
             std::initializer_list<QWidget *> {m_ui->openAgain, m_ui->copyLink, m_ui->pasteLabel,
                                               m_ui->paste, m_ui->usePasted, m_ui->pasteNote})
            part->hide();
        break;
    case SignInProgress::Stage::Choosing:
        showChoices(progress);
        break;
    }
}

void SignInPanel::showWaiting(const QUrl &address)
{
    m_address = address;
    m_ui->waitingText->setText(tr("Waiting for you to sign in with the browser..."));
    m_ui->waitingHint->show();
    m_ui->paste->clear();
    for (QWidget *part :
         std::initializer_list<QWidget *> {m_ui->openAgain, m_ui->copyLink, m_ui->pasteLabel,
                                           m_ui->paste, m_ui->usePasted, m_ui->pasteNote})
        part->show();
    m_ui->pasteNote->clear();
    setStage(Stage::Waiting);
    m_ui->openAgain->setFocus();
    openBrowser();
}

void SignInPanel::showChoices(const SignInProgress &progress)
{
    m_ui->question->setText(progress.accounts.size() == 1 ? tr("Is this the right account?")
                                                          : tr("Which is the right account?"));
    m_ui->accounts->clear();
    for (const OfferedAccount &account : progress.accounts) {
        auto *entry = new QListWidgetItem(lineOf(account), m_ui->accounts);
        entry->setData(Qt::UserRole, account.id);
        entry->setToolTip(
            plainToolTip((m_side == Side::Left ? tr("Organisation: %1") : tr("Location ID: %1"))
                             .arg(account.id)));
    }
    // The only one there is can be confirmed at once; among several a person marks one.
    m_ui->accounts->setCurrentRow(progress.accounts.size() == 1 ? 0 : -1);
    const auto rows = std::clamp(static_cast<int>(progress.accounts.size()), 1, accountRowsShown);
    m_ui->accounts->setMaximumHeight(rows * space::control + space::one);
    if (progress.missing.isEmpty())
        m_ui->missing->clear();
    else
        m_ui->missing->blame(
            tr("Not allowed in the browser: %1. Without it Twinbook may not be able to do its "
               "work.")
                .arg(progress.missing.join(u", "_s)));
    setStage(Stage::Choosing);
    m_ui->accounts->setFocus();
}

QString SignInPanel::chosenAccount() const
{
    // Not the current one: a list that gets the keyboard has one without anybody's doing.
    const QList<QListWidgetItem *> marked = m_ui->accounts->selectedItems();
    return marked.isEmpty() ? QString() : marked.constFirst()->data(Qt::UserRole).toString();
}

void SignInPanel::openBrowser()
{
    QDesktopServices::openUrl(m_address);
}

void SignInPanel::usePasted()
{
    const QString text = m_ui->paste->text().trimmed();
    if (text.isEmpty()) {
        refusePasted(tr("Copy the code, or the address of the last page, from the browser."));
        return;
    }
    m_ui->pasteNote->clear();
    Q_EMIT pasted(text);
}

void SignInPanel::refusePasted(const QString &sentence)
{
    m_ui->pasteNote->blame(sentence);
    m_ui->paste->setAccessibleDescription(sentence);
    m_ui->paste->setFocus();
}

void SignInPanel::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the redirect page"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(u"redirect.html"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SignInPanel::savePageRequested);
    dialog->open();
}

void SignInPanel::forgetSecret()
{
    m_ui->appSecret->clear();
    m_ui->showAppSecret->setChecked(false);
    m_ui->paste->clear();
}

QString SignInPanel::clientId() const
{
    return m_ui->appClientId->text().trimmed();
}

QString SignInPanel::redirectPage() const
{
    return m_ui->redirectPage->text().trimmed();
}

void SignInPanel::fill(const QString &clientId, const QString &redirectPage)
{
    m_ui->appClientId->setText(clientId);
    m_ui->redirectPage->setText(redirectPage);
}

} // namespace twinbook
