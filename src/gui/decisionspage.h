// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/decisionqueue.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPushButton;

namespace twinbook {

class DecisionCardView;
namespace Ui {
class DecisionsPage;
}

//! Questions that only a person can decide, one at a time: a list on the left, the question on
//! the right with OfficeRnD always first. Closing or leaving it decides nothing.
class DecisionsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionsPage)

public:
    //! Both must outlive the page.
    DecisionsPage(SyncController &controller, const Clock &clock, QWidget *parent = nullptr);
    ~DecisionsPage() override;

    [[nodiscard]] DecisionQueue &queue() { return *m_queue; }
    //! Opens that question, whatever the filter shows.
    void showDecision(DecisionId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void connectAll();
    void showQueue();
    void showFilter();
    void showQuestion();
    void showWays(const Decision &decision, const DecisionText &text);
    void showChoice();
    void showAlike(const Decision &decision);
    void pick(Choice choice);
    void pickWay(const QPushButton *way);
    void startTyping();
    void save();
    void decideLater();
    void undo();
    [[nodiscard]] int currentLine() const;
    [[nodiscard]] FieldValue typed() const;
    [[nodiscard]] DecisionCardView *card(Side side) const { return m_cards[side]; }

    std::unique_ptr<Ui::DecisionsPage> m_ui;
    DecisionQueue *m_queue;
    PerSide<DecisionCardView *> m_cards;
    std::optional<Choice> m_choice;
    DecisionId m_current; //!< the question on the right
    int m_currentLine = 0; //!< where it stood in the list
};

} // namespace twinbook
