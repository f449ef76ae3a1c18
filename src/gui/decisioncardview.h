// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/decisiontext.h"

#include <QFrame>

class QGridLayout;
class QPushButton;
class QShortcut;

namespace twinbook {

class Picture;
class PlainLabel;

//! One side of a question: whose value it is, the value, and a button to choose it. Chosen cards
//! carry a border, an icon and the word.
class DecisionCardView final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionCardView)

public:
    enum class Choosing : quint8 { Offered, NotOffered };
    enum class State : quint8 { Open, Chosen };

    //! A card is for one side for ever, so that the sides cannot be swapped.
    explicit DecisionCardView(Side side, QWidget *parent = nullptr);

    void show(const DecisionCard &card, Choosing choosing);
    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    //! Everything the card says, as a screen reader reads it.
    [[nodiscard]] QString spokenText() const;

Q_SIGNALS:
    void picked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetails(const QList<DecisionCard::Detail> &details);

    const Side m_side;
    DecisionCard m_card;
    State m_state = State::Open;
    PlainLabel *m_value;
    PlainLabel *m_changed;
    PlainLabel *m_newer;
    QWidget *m_details;
    QGridLayout *m_detailRows;
    QWidget *m_chosenMark;
    QPushButton *m_pick;
    QShortcut *m_key;
};

} // namespace twinbook
