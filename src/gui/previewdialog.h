// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/planmodel.h"
#include "viewmodels/synccontroller.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace twinbook {

namespace Ui {
class PreviewDialog;
}

//! Everything a sync would do, before it does it: one sentence, counts by side, then every change
//! with a check box. The only way to write to a service by hand. Follows the newest plan; closing
//! it changes nothing.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewDialog)

public:
    //! `controller` must outlive the dialog.
    explicit PreviewDialog(SyncController &controller, const Clock &clock,
                           QWidget *parent = nullptr);
    ~PreviewDialog() override;

    [[nodiscard]] PlanModel &model() { return *m_model; }
    //! What Apply would ask of the engine now.
    [[nodiscard]] ApplyRequest request() const;

    void accept() override; //!< applies, then closes

Q_SIGNALS:
    //! "Review now" beside the changes that need a decision. The dialog has closed.
    void reviewRequested();

private:
    void setUp();
    void setUpAutomations();
    void setUpTree();
    void showPlan(const PreparedPlanPtr &plan);
    void showPhase();
    void showAge();
    void showStops();
    void showChoices();
    void setUpFew();
    void showTags();
    void showFew();
    void showRestrictions();
    void placeSectionButtons();
    void pressSectionButton(Danger danger);
    [[nodiscard]] bool hasHardStop() const;
    [[nodiscard]] int erasedLimit() const; //!< number to type, or 0 if nothing has to be typed
    //! For whom Apply would be: everybody, or the few that are chosen to begin with.
    [[nodiscard]] Pilot pilot() const;
    //! Of the people that are ticked.
    [[nodiscard]] Outsiders outsiders() const;
    //! Why Apply is not possible now, or an empty string if it is.
    [[nodiscard]] QString reasonToWait() const;

    SyncController &m_controller;
    const Clock &m_clock;
    std::unique_ptr<Ui::PreviewDialog> m_ui;
    PlanModel *m_model;
    std::array<QPushButton *, dangerCount> m_sectionButtons {};
};

} // namespace twinbook
