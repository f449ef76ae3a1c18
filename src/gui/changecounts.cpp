// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/changecounts.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QGridLayout>
#include <QLocale>

namespace twinbook {

ChangeCounts::ChangeCounts(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::three);
    grid->setVerticalSpacing(space::half);
    for (Side side : bothSides) {
        auto *head = new QHBoxLayout;
        head->setSpacing(space::one);
        head->addWidget(new Picture(sideIcon(side), sideTone(side), 1.25, this));
        auto *name = new PlainLabel(serviceName(side), PlainLabel::Look::Strong, this);
        name->setWordWrap(false);
        head->addWidget(name);
        grid->addLayout(head, 0, side == Side::Left ? 1 : 2, Qt::AlignRight);
    }
    const std::array titles {tr("New people"), tr("People updated"), tr("Values replaced"),
                             tr("Values erased")};
    for (int row = 0; row < rowCount; ++row) {
        auto *title = new PlainLabel(titles[static_cast<std::size_t>(row)], this);
        title->setWordWrap(false);
        grid->addWidget(title, row + 1, 0);
        for (Side side : bothSides) {
            auto *number = new PlainLabel(this);
            number->setWordWrap(false);
            number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(number, row + 1, side == Side::Left ? 1 : 2);
            m_numbers[side][static_cast<std::size_t>(row)] = number;
        }
    }
    grid->setColumnStretch(3, 1);
}

void ChangeCounts::setTally(const ChangeTally &tally)
{
    for (Side side : bothSides) {
        const std::array numbers {tally.created[side], tally.updated[side], tally.replaced[side],
                                  tally.erased[side]};
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            PlainLabel *label = m_numbers[side][row];
            label->setText(QLocale().toString(numbers[row]));
            label->setLook(numbers[row] > 0 ? PlainLabel::Look::Strong : PlainLabel::Look::Muted);
        }
    }
}

} // namespace twinbook
