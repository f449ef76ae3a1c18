// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/previewdialog.h"

#include "gui/picture.h"
#include "gui/previewdelegate.h"
#include "ui_previewdialog.h"
#include "viewmodels/forecasttext.h"
#include "viewmodels/pilotchoice.h"
#include "viewmodels/reasontext.h"
#include "viewmodels/timetext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

namespace {

constexpr std::array fewPeople {1, 5, 10, 25, 100};
constexpr int firstPeople = 10;

QString ageText(const QDateTime &basedOn, const QDateTime &now)
{
    const QString time = shortTime(basedOn);
    const int minutes = static_cast<int>(std::max<qint64>(0, basedOn.secsTo(now) / 60));
    const QString age = minutes == 0 ? PreviewDialog::tr("just now")
        : minutes == 1               ? PreviewDialog::tr("1 min ago")
                                     : PreviewDialog::tr("%Ln min ago", nullptr, minutes);
    return PreviewDialog::tr("Based on data from %1 (%2)").arg(time, age);
}

} // namespace

PreviewDialog::PreviewDialog(SyncController &controller, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_clock(clock)
    , m_ui(std::make_unique<Ui::PreviewDialog>())
    , m_model(new PlanModel(this))
{
    m_ui->setupUi(this);
    setUp();
    setUpAutomations();
    setUpTree();
    setUpFew();
    // The first apply of all should be a small one (experience.md U11).
    m_ui->startSmall->setChecked(m_controller.schedule().consent == AutomationConsent::NotYet);

    connect(m_model, &PlanModel::choicesChanged, this, &PreviewDialog::showChoices);
    connect(&m_controller, &SyncController::planReady, this, &PreviewDialog::showPlan);
    connect(&m_controller, &SyncController::phaseChanged, this, &PreviewDialog::showPhase);
    connect(m_ui->checkAgain, &QPushButton::clicked, &m_controller,
            &SyncController::checkForChanges);
    auto *checking = new QShortcut(QKeySequence::Refresh, this);
    connect(checking, &QShortcut::activated, &m_controller, &SyncController::checkForChanges);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->apply, &QPushButton::clicked, this, &PreviewDialog::accept);
    for (QCheckBox *box : {m_ui->startSmall, m_ui->automationsChecked})
        connect(box, &QCheckBox::toggled, this, &PreviewDialog::showChoices);
    for (QComboBox *box : {m_ui->fewPeople, m_ui->fewTag})
        connect(box, &QComboBox::currentIndexChanged, this, &PreviewDialog::showChoices);
    connect(m_ui->erasingNumber, &QLineEdit::textChanged, this, &PreviewDialog::showChoices);

    auto *ageing = new QTimer(this);
    connect(ageing, &QTimer::timeout, this, &PreviewDialog::showAge);
    ageing->start(20s);
    showPlan(m_controller.plan());
}

PreviewDialog::~PreviewDialog() = default;

void PreviewDialog::setUp()
{
    resize(1080, 760);
    m_ui->basedOn->setLook(PlainLabel::Look::Muted);
    m_ui->freshness->setStretch(0, 1);
    m_ui->headline->setLook(PlainLabel::Look::Title);
}

void PreviewDialog::setUpAutomations()
{
    m_ui->automationsRow->insertWidget(
        0, new Picture(Icon::Warning, Tone::Attention, 1.5, m_ui->automations), 0, Qt::AlignTop);
    m_ui->automationsRow->setStretch(1, 1);
    m_ui->bottom->setStretch(0, 1);
    m_ui->whyNot->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_ui->whyNot->setLook(PlainLabel::Look::Muted);
}

void PreviewDialog::setUpFew()
{
    for (const int people : fewPeople)
        m_ui->fewPeople->addItem(tr("%Ln people", nullptr, people), people);
    m_ui->fewPeople->setCurrentIndex(m_ui->fewPeople->findData(firstPeople));
    m_ui->forecast->setLook(PlainLabel::Look::Muted);
}

//! What was chosen stays chosen as long as the new plan has it.
void PreviewDialog::showTags()
{
    const QSignalBlocker quiet(m_ui->fewTag);
    const QString chosen = m_ui->fewTag->currentData().toString();
    m_ui->fewTag->clear();
    m_ui->fewTag->addItem(tr("with any tag or none"), QString());
    if (const PreparedPlanPtr &plan = m_model->plan()) {
        for (const QString &tag : tagsToTry(*plan))
            m_ui->fewTag->addItem(tr("with the tag “%1”").arg(tag), tag);
    }
    m_ui->fewTag->setCurrentIndex(std::max(0, m_ui->fewTag->findData(chosen)));
}

void PreviewDialog::showFew()
{
    const bool mayBeFew = m_model->everything().changes() > 1;
    m_ui->few->setVisible(mayBeFew);
    for (QComboBox *box : {m_ui->fewPeople, m_ui->fewTag})
        box->setEnabled(m_ui->startSmall->isChecked());
    const PreparedPlanPtr &plan = m_model->plan();
    m_ui->forecast->setText(plan ? forecastText(forecastOf(*plan, request())) : QString());
}

void PreviewDialog::setUpTree()
{
    m_ui->changes->setModel(m_model);
    m_ui->changes->setItemDelegate(new PreviewDelegate(this));
    m_ui->changes->setIndentation(space::three);
    // Room for a section and a few people; below that the page scrolls.
    m_ui->changes->setMinimumHeight(8 * (fontMetrics().height() + space::two));
    QHeaderView *header = m_ui->changes->header();
    header->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    m_ui->changes->setColumnWidth(PlanModel::What, unit * 40);
    m_ui->changes->setColumnWidth(PlanModel::Where, unit * 28);
    m_ui->changes->setColumnWidth(PlanModel::Before, unit * 26);
    m_ui->changes->setColumnWidth(PlanModel::After, unit * 26);
}

void PreviewDialog::showPlan(const PreparedPlanPtr &plan)
{
    m_sectionButtons = {};
    m_model->setPlan(plan);
    m_ui->erasingNumber->clear();
    m_ui->automationsChecked->setChecked(false);
    const ChangeTally tally = m_model->everything();
    m_ui->headline->setText(plan ? headline(tally) : tr("Nothing has been compared yet."));
    m_ui->headline->setAccessibleName(m_ui->headline->text());
    m_ui->reassurance->setText(plan ? reassurance(tally) : tr("Press \"Check again\" to begin."));
    m_ui->counts->setTally(tally);
    showTags();

    // The riskiest section that has people is open; empty ones take no room.
    bool opened = false;
    for (int i = 0; i < dangerCount; ++i) {
        const auto danger = static_cast<Danger>(i);
        const bool empty = m_model->peopleIn(danger) == 0;
        m_ui->changes->setRowHidden(i, {}, empty);
        m_ui->changes->setFirstColumnSpanned(i, {}, false);
        if (!empty && !opened) {
            m_ui->changes->expand(m_model->section(danger));
            opened = true;
        }
    }
    placeSectionButtons();
    showAge();
    showStops();
    showChoices();
    showPhase();
}

void PreviewDialog::showAge()
{
    const PreparedPlanPtr &plan = m_model->plan();
    m_ui->basedOn->setText(plan ? ageText(plan->basedOn, m_clock.now()) : QString());
}

void PreviewDialog::showPhase()
{
    const EnginePhase phase = m_controller.phase();
    m_ui->checkAgain->setEnabled(phase == EnginePhase::Idle);
    if (phase == EnginePhase::ReadingLeft || phase == EnginePhase::ReadingRight
        || phase == EnginePhase::Comparing || phase == EnginePhase::Recovering)
        m_ui->basedOn->setText(tr("Checking again..."));
    else
        showAge();
    showRestrictions();
}

void PreviewDialog::placeSectionButtons()
{
    for (int i = 0; i < dangerCount; ++i) {
        const auto danger = static_cast<Danger>(i);
        if (m_model->peopleIn(danger) == 0 || danger == Danger::LinkOnly)
            continue;
        auto *place = new QWidget;
        auto *button = new QPushButton(place);
        auto *across = new QHBoxLayout(place);
        across->setContentsMargins(0, 0, 0, 0);
        across->addWidget(button, 0, Qt::AlignLeft);
        button->setAutoDefault(false);
        button->setFlat(true);
        button->setIcon(
            icon(danger == Danger::NeedsDecision ? Icon::Decisions : Icon::LeftOut, Tone::Accent));
        connect(button, &QPushButton::clicked, this,
                [this, danger] { pressSectionButton(danger); });
        // The view owns it and replaces it after the model was reset.
        m_ui->changes->setIndexWidget(m_model->section(danger).siblingAtColumn(PlanModel::Where),
                                      place);
        m_sectionButtons[static_cast<std::size_t>(i)] = button;
    }
}

void PreviewDialog::pressSectionButton(Danger danger)
{
    if (danger == Danger::NeedsDecision) {
        reject();
        Q_EMIT reviewRequested();
        return;
    }
    m_model->setSection(
        danger, m_model->sectionState(danger) == Qt::Unchecked ? Qt::Checked : Qt::Unchecked);
}

bool PreviewDialog::hasHardStop() const
{
    const PreparedPlanPtr &plan = m_model->plan();
    return plan
        && std::any_of(plan->plan.stops.begin(), plan->plan.stops.end(), [](const GuardStop &stop) {
               return stop.kind != GuardStop::Kind::ManyErased;
           });
}

int PreviewDialog::erasedLimit() const
{
    const PreparedPlanPtr &plan = m_model->plan();
    if (!plan)
        return 0;
    int people = 0;
    for (const GuardStop &stop : plan->plan.stops)
        people += stop.kind == GuardStop::Kind::ManyErased ? stop.now : 0;
    return people;
}

void PreviewDialog::showStops()
{
    QStringList sentences;
    if (const PreparedPlanPtr &plan = m_model->plan()) {
        for (const GuardStop &stop : plan->plan.stops)
            sentences += stopText(stop);
    }
    m_ui->stop->setVisible(!sentences.isEmpty());
    if (!sentences.isEmpty())
        m_ui->stop->say(Tone::Stopped, sentences.join(u'\n'));
    const bool mustType = erasedLimit() > 0 && !hasHardStop();
    m_ui->erasing->setVisible(mustType);
    m_ui->erasingLabel->setText(
        tr("To erase all the same, type %1 here:").arg(QLocale().toString(erasedLimit())));
}

QString PreviewDialog::reasonToWait() const
{
    if (!m_model->plan())
        return tr("Nothing has been compared yet.");
    if (m_controller.phase() != EnginePhase::Idle)
        return tr("Wait until the check is done.");
    if (hasHardStop())
        return tr("Stopped for safety, see above.");
    const ChangeTally chosen = m_model->chosen();
    if (chosen.changes() == 0)
        return tr("Nothing is ticked.");
    if (outsiders().takingPart == 0)
        return tr("Nobody with this tag is ticked.");
    if (erasedLimit() > 0 && request().erasing != ApplyRequest::Erasing::Confirmed)
        return tr("Type the number above to erase.");
    if (chosen.created.right > 0 && !m_ui->automationsChecked->isChecked())
        return tr("First tick that you have checked the new people.");
    return {};
}

Pilot PreviewDialog::pilot() const
{
    if (!m_ui->startSmall->isChecked())
        return {};
    return {.first = m_ui->fewPeople->currentData().toInt(),
            .tag = m_ui->fewTag->currentData().toString()};
}

Outsiders PreviewDialog::outsiders() const
{
    const PreparedPlanPtr &plan = m_model->plan();
    return plan ? outsidersOf(pilot(), plan->input(), plan->plan, m_model->request().leftOut)
                : Outsiders();
}

ApplyRequest PreviewDialog::request() const
{
    ApplyRequest request = m_model->request();
    request.pilot = pilot();
    bool isNumber = false;
    const int typed = QLocale().toInt(m_ui->erasingNumber->text().trimmed(), &isNumber);
    if (erasedLimit() > 0 && isNumber && typed == erasedLimit())
        request.erasing = ApplyRequest::Erasing::Confirmed;
    return request;
}

void PreviewDialog::showChoices()
{
    for (int i = 0; i < dangerCount; ++i) {
        const auto danger = static_cast<Danger>(i);
        QPushButton *button = m_sectionButtons[static_cast<std::size_t>(i)];
        if (!button || m_model->peopleIn(danger) == 0)
            continue;
        button->setText(danger == Danger::NeedsDecision ? tr("Review now")
                            : m_model->sectionState(danger) == Qt::Unchecked
                            ? tr("Take these in")
                            : tr("Leave these out"));
    }
    const ChangeTally chosen = m_model->chosen();
    const int created = chosen.created.right;
    m_ui->automations->setVisible(created > 0);
    m_ui->automationsText->setText(
        created == 1
            ? tr("1 new person in HighLevel can start your HighLevel workflows (e-mails, texts).")
            : tr("%Ln new people in HighLevel can start your HighLevel workflows (e-mails, texts).",
                 nullptr, created));
    showRestrictions();
}

void PreviewDialog::showRestrictions()
{
    const ChangeTally chosen = m_model->chosen();
    const Outsiders outsiders = this->outsiders();
    m_ui->apply->setText(outsiders.waiting > 0 ? applyToFewText(pilot(), outsiders.takingPart)
                                               : applyText(chosen.changes()));
    showFew();
    const QString reason = reasonToWait();
    const bool may = reason.isEmpty();
    m_ui->whyNot->setText(reason);
    m_ui->apply->setEnabled(may);
    const bool risky
        = chosen.erased.left + chosen.erased.right + chosen.replaced.left + chosen.replaced.right
        > 0;
    m_ui->apply->setDefault(may && !risky);
    m_ui->cancel->setDefault(!may || risky);
}

void PreviewDialog::accept()
{
    if (!reasonToWait().isEmpty())
        return;
    m_controller.apply(request());
    QDialog::accept();
}

} // namespace twinbook
