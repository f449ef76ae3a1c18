// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/progressstrip.h"

#include "gui/banner.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace twinbook {

namespace {

constexpr std::size_t readingLeft = 0;
constexpr std::size_t readingRight = 1;
constexpr std::size_t applying = 2;

//! The step that the phase belongs to; none while idle or between the steps.
std::optional<std::size_t> stepOf(EnginePhase phase)
{
    switch (phase) {
    case EnginePhase::ReadingLeft:
        return readingLeft;
    case EnginePhase::ReadingRight:
        return readingRight;
    case EnginePhase::Applying:
    case EnginePhase::Pausing:
    case EnginePhase::Paused:
    case EnginePhase::Stopping:
        return applying;
    case EnginePhase::Idle:
    case EnginePhase::Recovering:
    case EnginePhase::Comparing:
        break;
    }
    return std::nullopt;
}

QString stateText(EnginePhase phase)
{
    switch (phase) {
    case EnginePhase::Recovering:
        return ProgressStrip::tr("Clearing up what the last sync left open");
    case EnginePhase::Comparing:
        return ProgressStrip::tr("Comparing");
    case EnginePhase::Pausing:
        return ProgressStrip::tr("Pausing after this person");
    case EnginePhase::Paused:
        return ProgressStrip::tr("Paused");
    case EnginePhase::Stopping:
        return ProgressStrip::tr("Stopping after this person");
    case EnginePhase::Idle:
    case EnginePhase::ReadingLeft:
    case EnginePhase::ReadingRight:
    case EnginePhase::Applying:
        break;
    }
    return {};
}

} // namespace

ProgressStrip::ProgressStrip(QWidget *parent)
    : QFrame(parent)
    , m_state(new PlainLabel(this))
    , m_pause(new QPushButton(tr("Pause"), this))
    , m_stop(new QPushButton(tr("Stop after this person"), this))
{
    m_steps = {makeStep(tr("Reading %1").arg(serviceName(Side::Left))),
               makeStep(tr("Reading %1").arg(serviceName(Side::Right))), makeStep(tr("Applying"))};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::one, space::one, space::one);
    row->setSpacing(space::two);
    for (const Step &step : m_steps) {
        auto *column = new QVBoxLayout;
        column->setSpacing(space::half);
        auto *words = new QHBoxLayout;
        words->addWidget(step.title);
        words->addStretch(1);
        words->addWidget(step.numbers);
        column->addLayout(words);
        column->addWidget(step.bar);
        row->addLayout(column, 1);
    }
    row->addWidget(m_state);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    m_state->setWordWrap(false);
    m_state->setLook(PlainLabel::Look::Muted);
    m_pause->setIcon(icon(Icon::Pause));
    m_stop->setIcon(icon(Icon::Stop));
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_phase == EnginePhase::Paused)
            Q_EMIT resumeRequested();
        else
            Q_EMIT pauseRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, &ProgressStrip::stopRequested);
    hide();
}

ProgressStrip::Step ProgressStrip::makeStep(const QString &title)
{
    Step step;
    step.title = new PlainLabel(title, this);
    step.title->setWordWrap(false);
    step.numbers = new PlainLabel({}, PlainLabel::Look::Muted, this);
    step.numbers->setWordWrap(false);
    step.bar = new QProgressBar(this);
    step.bar->setTextVisible(false);
    step.bar->setFixedHeight(space::one); // no text inside
    step.bar->setAccessibleName(title);
    return step;
}

void ProgressStrip::setPhase(EnginePhase phase)
{
    m_phase = phase;
    setVisible(phase != EnginePhase::Idle);
    m_state->setText(stateText(phase));
    m_state->setVisible(!m_state->text().isEmpty());
    const bool isPaused = phase == EnginePhase::Paused;
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(icon(isPaused ? Icon::Resume : Icon::Pause));
    const bool isWriting = stepOf(phase) == applying;
    m_pause->setVisible(isWriting);
    m_pause->setEnabled(phase == EnginePhase::Applying || isPaused);
    m_stop->setText(isWriting ? tr("Stop after this person") : tr("Stop"));
    m_stop->setEnabled(phase != EnginePhase::Stopping);
    if (!isPaused && phase != EnginePhase::Pausing)
        m_announcedQuarter = -1;

    const auto current = stepOf(phase);
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        const bool isOver
            = current ? index < *current : phase == EnginePhase::Comparing && index < applying;
        showStep(index,
                 current == index ? StepState::Now
                     : isOver     ? StepState::Over
                                  : StepState::Waiting);
    }
    if (!m_state->text().isEmpty())
        announce(m_state);
}

void ProgressStrip::showStep(std::size_t index, StepState state)
{
    const Step &step = m_steps.at(index);
    step.title->setLook(state == StepState::Now ? PlainLabel::Look::Strong
                                                : PlainLabel::Look::Muted);
    if (state == StepState::Now)
        return;
    step.bar->setRange(0, 1);
    step.bar->setValue(state == StepState::Over ? 1 : 0);
    step.numbers->setText(state == StepState::Over ? tr("done") : QString());
}

void ProgressStrip::setProgress(const EngineProgress &progress)
{
    const auto current = stepOf(progress.phase);
    if (!current)
        return;
    const Step &step = m_steps.at(*current);
    const QLocale locale;
    step.bar->setRange(0, progress.total);
    step.bar->setValue(progress.done);
    step.numbers->setText(
        progress.total > 0
            ? tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total))
            : locale.toString(progress.done));
    announceQuarter(progress.done, progress.total);
}

void ProgressStrip::announceQuarter(int done, int total)
{
    const int quarter = total > 0 ? done * 4 / total : 0;
    if (quarter == m_announcedQuarter)
        return;
    m_announcedQuarter = quarter;
    announce(m_steps.at(stepOf(m_phase).value_or(applying)).numbers);
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lineColor(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::one, space::one);
}

} // namespace twinbook
