// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/changetally.h"

#include <QWidget>

namespace twinbook {

class PlainLabel;

//! Counts by side: what happens in OfficeRnD, what in HighLevel.
class ChangeCounts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeCounts)

public:
    explicit ChangeCounts(QWidget *parent = nullptr);
    void setTally(const ChangeTally &tally);

private:
    static constexpr int rowCount = 4;
    PerSide<std::array<PlainLabel *, rowCount>> m_numbers;
};

} // namespace twinbook
