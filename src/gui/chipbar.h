// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"
#include "viewmodels/peopletablemodel.h"

#include <QAbstractButton>
#include <QSet>
#include <QWidget>

namespace twinbook {

//! A round button with icon, word and number.
class Chip final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    Chip(Icon picture, Tone tone, const QString &word, QWidget *parent);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_picture;
    Tone m_tone;
    int m_count = 0;
};

//! How many people are in each state, and the filter by state. A press shows only that state, a
//! press with Ctrl adds or removes it, Alt+1 to Alt+7 do the same by keyboard.
class ChipBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChipBar)

public:
    explicit ChipBar(QWidget *parent = nullptr);

    void setCounts(const PeopleTableModel::Counts &counts);
    //! Empty means all.
    [[nodiscard]] QSet<RowState> states() const { return m_states; }
    void setStates(const QSet<RowState> &states);

Q_SIGNALS:
    void statesChanged(const QSet<twinbook::RowState> &states);

private:
    struct Category
    {
        Chip *chip = nullptr;
        QSet<RowState> states;
    };

    void addCategory(Icon picture, Tone tone, const QString &word, const QSet<RowState> &states);
    void press(const Category &category);
    void showStates();

    QList<Category> m_categories;
    QSet<RowState> m_states;
};

} // namespace twinbook
