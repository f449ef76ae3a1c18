// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/synccontroller.h"

#include <QFrame>

#include <array>

class QProgressBar;
class QPushButton;

namespace twinbook {

class PlainLabel;

//! How far a check or a sync has come, in three phases with numbers, and the two ways to hold it.
//! Shown only while something is going on.
class ProgressStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressStrip)

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void setPhase(EnginePhase phase);
    void setProgress(const EngineProgress &progress);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void stopRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step
    {
        PlainLabel *title = nullptr;
        QProgressBar *bar = nullptr;
        PlainLabel *numbers = nullptr;
    };
    enum class StepState : quint8 { Waiting, Now, Over };

    [[nodiscard]] Step makeStep(const QString &title);
    void showStep(std::size_t index, StepState state);
    void announceQuarter(int done, int total);

    std::array<Step, 3> m_steps;
    PlainLabel *m_state;
    QPushButton *m_pause;
    QPushButton *m_stop;
    EnginePhase m_phase = EnginePhase::Idle;
    int m_announcedQuarter = -1;
};

} // namespace twinbook
