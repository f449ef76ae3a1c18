// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/recognisepage.h"

#include "ui_recognisepage.h"

#include <QListWidget>
#include <QLocale>

namespace twinbook {

namespace {

constexpr int sampleLimit = 10;

QString phaseText(EnginePhase phase)
{
    switch (phase) {
    case EnginePhase::Recovering:
        return RecognisePage::tr("Finishing what was begun...");
    case EnginePhase::ReadingLeft:
        return RecognisePage::tr("Reading OfficeRnD...");
    case EnginePhase::ReadingRight:
        return RecognisePage::tr("Reading HighLevel...");
    case EnginePhase::Comparing:
        return RecognisePage::tr("Comparing...");
    case EnginePhase::Idle:
    case EnginePhase::Applying:
    case EnginePhase::Pausing:
    case EnginePhase::Paused:
    case EnginePhase::Stopping:
        break;
    }
    return RecognisePage::tr("Getting ready...");
}

} // namespace

RecognisePage::RecognisePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RecognisePage>())
{
    m_ui->setupUi(this);
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->summary->setLook(PlainLabel::Look::Heading);
    m_ui->trouble->hide();
    m_ui->trouble->setButtons(tr("Try again"));
    connect(m_ui->trouble, &Banner::firstPressed, this, &RecognisePage::begin);
    for (Share &share : m_shares) {
        share.column = new QWidget(this);
        auto *column = new QVBoxLayout(share.column);
        column->setContentsMargins(0, 0, 0, 0);
        share.title = new PlainLabel(this);
        share.title->setLook(PlainLabel::Look::Strong);
        share.names = new QListWidget(this);
        column->addWidget(share.title);
        column->addWidget(share.names, 1);
        m_ui->samples->addWidget(share.column, 1);
    }
    m_ui->outer->setStretchFactor(m_ui->samples, 1);
    hideResult();
}

RecognisePage::~RecognisePage() = default;

void RecognisePage::setController(SyncController *controller)
{
    if (m_controller == controller)
        return;
    if (m_controller)
        m_controller->disconnect(this);
    m_controller = controller;
    if (!controller)
        return;
    connect(controller, &SyncController::progressed, this, &RecognisePage::showProgress);
    connect(controller, &SyncController::planReady, this, &RecognisePage::showPlan);
    connect(controller, &SyncController::failed, this, &RecognisePage::showError);
}

void RecognisePage::begin()
{
    m_ui->trouble->hide();
    if (!m_controller) {
        showProgress({});
        return;
    }
    if (m_controller->plan()) {
        showPlan(m_controller->plan());
        return;
    }
    showProgress(m_controller->progress());
    if (m_controller->phase() == EnginePhase::Idle)
        m_controller->checkForChanges();
}

bool RecognisePage::isDone() const
{
    return m_controller && m_controller->plan();
}

void RecognisePage::hideResult()
{
    m_ui->summary->hide();
    for (const Share &share : m_shares)
        share.column->hide();
}

void RecognisePage::showProgress(const EngineProgress &progress)
{
    if (isDone())
        return;
    m_ui->phase->setText(phaseText(progress.phase));
    m_ui->phase->show();
    m_ui->progress->setAccessibleName(m_ui->phase->text());
    m_ui->progress->setRange(0, progress.total);
    m_ui->progress->setValue(progress.done);
    m_ui->progress->setFormat(progress.total > 0 ? tr("%v of %m") : QString());
    m_ui->progress->show();
}

void RecognisePage::showError(const Error &error)
{
    m_ui->phase->hide();
    m_ui->progress->hide();
    m_ui->trouble->say(Tone::Stopped, error.message);
    m_ui->trouble->show();
}

void RecognisePage::showPlan(const PreparedPlanPtr &plan)
{
    const Recognition found = recognitionOf(*plan, sampleLimit);
    m_ui->phase->hide();
    m_ui->progress->hide();
    m_ui->trouble->hide();
    m_ui->summary->setText(recognitionText(found));
    m_ui->summary->show();
    showShare(m_shares[0], tr("Recognised"), found.recognised);
    showShare(m_shares[1], tr("Only in OfficeRnD"), found.onlyOn.left);
    showShare(m_shares[2], tr("Only in HighLevel"), found.onlyOn.right);
    showShare(m_shares[3], tr("Not sure: you will be asked"), found.notSure);
    Q_EMIT done();
}

void RecognisePage::showShare(const Share &share, const QString &title,
                              const Recognition::Share &people)
{
    share.title->setText(
        tr("%1 (%2)", "title and number").arg(title, QLocale().toString(people.count)));
    share.names->clear();
    share.names->addItems(people.samples);
    share.names->setAccessibleName(title);
    if (people.count > people.samples.size())
        share.names->addItem(tr("... and %Ln more", nullptr,
                                people.count - static_cast<int>(people.samples.size())));
    share.column->setVisible(people.count > 0);
}

} // namespace twinbook
