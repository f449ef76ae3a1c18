// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settingspage.h"

#include "ui_settingspage.h"

#include <QSignalBlocker>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

namespace {

constexpr int cardCharacters = 90; //!< wider lines are hard to read

} // namespace

SettingsPage::SettingsPage(SyncController &controller, GuiSettings &settings,
                           const PerSide<QString> &accounts, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::SettingsPageForm>())
{
    m_ui->setupUi(this);
    m_ui->title->setLook(PlainLabel::Look::Title);
    for (PlainLabel *heading : {m_ui->automaticTitle, m_ui->appearanceTitle, m_ui->accountsTitle})
        heading->setLook(PlainLabel::Look::Heading);
    for (PlainLabel *text : {m_ui->automaticReason, m_ui->appearanceLead, m_ui->accountsLead})
        text->setLook(PlainLabel::Look::Muted);
    m_ui->body->setMaximumWidth(fontMetrics().averageCharWidth() * cardCharacters);

    const QList<std::pair<QString, std::chrono::minutes>> intervals {
        {tr("Every 15 minutes"), 15min},
        {tr("Every hour"), 1h},
        {tr("Every 4 hours"), 4h},
        {tr("Every day"), 24h},
    };
    for (const auto &[words, minutes] : intervals)
        m_ui->interval->addItem(words, static_cast<int>(minutes.count()));
    m_ui->pause->setController(controller);
    showSchedule(controller.schedule());
    connect(&controller, &SyncController::scheduleChanged, this, &SettingsPage::showSchedule);
    connect(m_ui->automatic, &QCheckBox::clicked, this, &SettingsPage::sendSchedule);
    connect(m_ui->interval, &QComboBox::activated, this, &SettingsPage::sendSchedule);
    fillAppearance();
    fillAccounts(accounts);
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::showSchedule(const ScheduleState &state)
{
    const bool isAllowed = state.consent == AutomationConsent::Given;
    const bool isAutomatic = state.settings.mode == ScheduleSettings::Mode::Automatic;
    const QSignalBlocker blocker(m_ui->automatic);
    m_ui->automatic->setEnabled(isAllowed);
    m_ui->automatic->setChecked(isAutomatic);
    m_ui->interval->setEnabled(isAllowed && isAutomatic);
    m_ui->automaticReason->setText(
        isAllowed ? tr("What needs your decision waits for you; everything else is synced while "
                       "the program is open.")
                  : tr("You can switch this on after you have looked at a preview and applied it "
                       "once. So nothing ever happens that you have not seen before."));
    m_ui->automatic->setAccessibleDescription(m_ui->automaticReason->text());
    const int index = m_ui->interval->findData(static_cast<int>(state.settings.interval.count()));
    m_ui->interval->setCurrentIndex(index < 0 ? 1 : index);
}

void SettingsPage::sendSchedule()
{
    ScheduleSettings settings = m_controller.schedule().settings;
    settings.mode = m_ui->automatic->isChecked() ? ScheduleSettings::Mode::Automatic
                                                 : ScheduleSettings::Mode::ByHand;
    settings.interval = std::chrono::minutes(m_ui->interval->currentData().toInt());
    m_controller.setSchedule(settings);
}

void SettingsPage::fillAppearance()
{
    const QList<std::pair<QRadioButton *, GuiSettings::Appearance>> choices {
        {m_ui->system, GuiSettings::Appearance::System},
        {m_ui->light, GuiSettings::Appearance::Light},
        {m_ui->dark, GuiSettings::Appearance::Dark},
    };
    for (const auto &[button, appearance] : choices) {
        button->setChecked(m_settings.appearance() == appearance);
        connect(button, &QRadioButton::clicked, this,
                [this, chosen = appearance] { m_settings.setAppearance(chosen); });
    }
}

void SettingsPage::fillAccounts(const PerSide<QString> &accounts)
{
    struct Row
    {
        Picture *badge;
        PlainLabel *service;
        PlainLabel *account;
        QPushButton *signIn;
    };
    const PerSide<Row> rows {
        {m_ui->leftBadge, m_ui->leftService, m_ui->leftAccount, m_ui->leftSignIn},
        {m_ui->rightBadge, m_ui->rightService, m_ui->rightAccount, m_ui->rightSignIn},
    };
    for (const Side side : bothSides) {
        const Row &row = rows[side];
        const bool isConnected = !accounts[side].isEmpty();
        row.badge->setIcon(sideIcon(side), sideTone(side));
        row.badge->setLines(2);
        row.service->setText(serviceName(side));
        row.service->setLook(PlainLabel::Look::Strong);
        row.account->setText(isConnected ? tr("Signed in to %1").arg(accounts[side])
                                         : tr("Not connected"));
        row.account->setLook(PlainLabel::Look::Muted);
        row.signIn->setText(isConnected ? tr("Sign in again") : tr("Connect"));
        row.signIn->setAccessibleName(tr("%1: %2").arg(row.signIn->text(), serviceName(side)));
        row.signIn->setAutoDefault(false);
        connect(row.signIn, &QPushButton::clicked, this, [this, side, isConnected] {
            if (isConnected)
                Q_EMIT signInRequested(side);
            else
                Q_EMIT setupRequested();
        });
    }
}

} // namespace twinbook
