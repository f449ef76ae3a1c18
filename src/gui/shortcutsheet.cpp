// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/shortcutsheet.h"

#include "gui/plainlabel.h"
#include "gui/plaintable.h"
#include "gui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QList<QStandardItem *> row(const QString &words, const QString &keys)
{
    return {new QStandardItem(words), new QStandardItem(keys)};
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("To do this"), tr("Press")});
    for (const QAction *action : actions) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            model->appendRow(row(QString(action->text()).remove(u'&'), keys));
    }
    model->appendRow(row(tr("Show only people in one state"), tr("Alt+1 to Alt+7")));
    model->appendRow(row(tr("Clear the search"), tr("Esc")));
    model->appendRow(row(tr("Open the menu of a person"), tr("Menu key")));

    auto *column = new QVBoxLayout(this);
    column->addWidget(new PlainLabel(windowTitle(), PlainLabel::Look::Title, this));
    auto *table = new PlainTable(this);
    table->setAccessibleName(windowTitle());
    table->setModel(model);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 34);
}

} // namespace twinbook
