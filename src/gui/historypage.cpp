// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/historypage.h"

#include "gui/rowlook.h"
#include "ui_historypage.h"

#include <QHeaderView>
#include <QMenu>

namespace twinbook {

namespace {

//! The ending with its icon; the numbers that ask for attention in its tone.
class RunDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const int column = index.column();
        if (column == RunHistoryModel::Ending) {
            const RowLook look = lookOf(static_cast<RunHistoryModel::Outcome>(
                index.data(RunHistoryModel::OutcomeRole).toInt()));
            option->icon = icon(look.icon, look.tone);
            option->features |= QStyleOptionViewItem::HasDecoration;
            const int side = option->fontMetrics.height() + 2;
            option->decorationSize = QSize(side, side);
        }
        const bool isZero = option->text == option->locale.toString(0);
        if (column >= RunHistoryModel::New && column <= RunHistoryModel::Failed && isZero) {
            const QColor muted = toneColor(Tone::Muted, option->palette);
            option->palette.setColor(QPalette::Text, muted);
            option->palette.setColor(QPalette::HighlightedText, muted);
        }
    }
};

//! Which system was written, with its badge; the new value stands out.
class ChangeDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (index.data(RunChangesModel::EmptyRole).toBool()) {
            makeAbsent(*option);
            return;
        }
        const auto side = static_cast<Side>(index.data(RunChangesModel::SideRole).toInt());
        switch (index.column()) {
        case RunChangesModel::System: {
            option->icon = icon(sideIcon(side), sideTone(side));
            option->features |= QStyleOptionViewItem::HasDecoration;
            const int height = option->fontMetrics.height() + 2;
            option->decorationSize = QSize(height, height);
            break;
        }
        case RunChangesModel::Before: {
            const QColor muted = toneColor(Tone::Muted, option->palette);
            option->font.setStrikeOut(true);
            option->palette.setColor(QPalette::Text, muted);
            option->palette.setColor(QPalette::HighlightedText, muted);
            break;
        }
        case RunChangesModel::After:
            option->font.setWeight(QFont::DemiBold);
            break;
        default:
            break;
        }
    }
};

} // namespace

HistoryPage::HistoryPage(SyncController &controller, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HistoryPageForm>())
    , m_runs(controller.database(), controller.clock())
    , m_changes(controller.database(), controller.clock())
{
    m_ui->setupUi(this);
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->lead->setLook(PlainLabel::Look::Muted);
    m_ui->runTitle->setLook(PlainLabel::Look::Heading);
    m_ui->runSentence->setLook(PlainLabel::Look::Muted);
    m_ui->empty->setContent({Icon::History,
                             tr("No sync yet"),
                             tr("After the first sync you see here what was changed, in which "
                                "system, and what was there before."),
                             {}});
    prepareTables();
    connect(&controller, &SyncController::runFinished, this, &HistoryPage::reload);
    connect(m_ui->runs->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showRun(current.row()); });
    connect(m_ui->changes, &QWidget::customContextMenuRequested, this,
            &HistoryPage::showContextMenu);
    reload();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::prepareTables()
{
    m_ui->runs->setModel(&m_runs);
    m_ui->runs->setItemDelegate(new RunDelegate(m_ui->runs));
    QHeaderView *runs = m_ui->runs->horizontalHeader();
    runs->setSectionResizeMode(QHeaderView::ResizeToContents);
    runs->setMinimumSectionSize(fontMetrics().averageCharWidth() * 11);
    runs->setResizeContentsPrecision(50);
    runs->setStretchLastSection(true);
    m_ui->changes->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ui->changes->setModel(&m_changes);
    m_ui->changes->setItemDelegate(new ChangeDelegate(m_ui->changes));
    QHeaderView *changes = m_ui->changes->horizontalHeader();
    changes->setSectionResizeMode(QHeaderView::Stretch);
    changes->setSectionResizeMode(RunChangesModel::System, QHeaderView::ResizeToContents);
    changes->setSectionResizeMode(RunChangesModel::Field, QHeaderView::ResizeToContents);
    changes->setResizeContentsPrecision(50);
    m_ui->splitter->setSizes({fontMetrics().height() * 14, fontMetrics().height() * 20});
}

void HistoryPage::reload()
{
    m_runs.reload();
    const bool isEmpty = m_runs.rowCount() == 0;
    m_ui->stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->empty) : m_ui->splitter);
    showNewest();
}

void HistoryPage::showNewest()
{
    if (m_runs.rowCount() > 0)
        m_ui->runs->showRow(0);
    showRun(m_runs.rowCount() > 0 ? 0 : -1);
}

void HistoryPage::showRun(int row)
{
    const auto run = m_runs.run(row);
    if (!run)
        return;
    m_changes.setRun(run->id);
    m_ui->runTitle->setText(m_runs.titleOf(row));
    m_ui->runSentence->setText(runSentence(*run));
    m_ui->changesStack->setCurrentWidget(
        m_changes.rowCount() == 0 ? static_cast<QWidget *>(m_ui->noChanges) : m_ui->changes);
    showNoChanges();
    Q_EMIT selectionChanged();
}

void HistoryPage::showNoChanges()
{
    const int pairs = m_changes.linkCount();
    const QString text = pairs == 0 ? tr("Nothing was written.")
        : pairs == 1                ? tr("1 person was linked or unlinked.")
                                    : tr("%Ln people were linked or unlinked.", nullptr, pairs);
    m_ui->noChanges->setContent({Icon::Info, tr("No values were changed"), text, {}});
}

void HistoryPage::setVerbs(QAction *undo, QAction *restore)
{
    m_ui->undoRun->setAction(undo);
    m_ui->restore->setAction(restore);
}

std::optional<UndoScope> HistoryPage::undoableRun() const
{
    const auto run = m_runs.run(m_ui->runs->currentIndex().row());
    const bool isRemembered = m_changes.rowCount() > 0 || m_changes.linkCount() > 0;
    if (!run || run->ending == RunEnding::Running || !isRemembered)
        return {};
    return UndoScope {run->id, {}, {}};
}

void HistoryPage::showContextMenu(const QPoint &at)
{
    const QModelIndex current = m_ui->changes->currentIndex();
    const auto change = m_changes.change(current.row());
    if (!change)
        return;
    const QString title = current.siblingAtColumn(RunChangesModel::Field).data().toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Help), tr("&Why is this value here?"), this,
                    [this, change = *change, title] {
                        Q_EMIT whyRequested(change.record, change.person, change.field, title);
                    });
    menu->addSeparator();
    menu->addAction(icon(Icon::Undo), tr("&Undo this change..."), this, [this, change = *change] {
        Q_EMIT undoRequested({change.run, change.record, change.field});
    });
    menu->addAction(tr("Undo all of this &person in this sync..."), this, [this, change = *change] {
        Q_EMIT undoRequested({change.run, change.record, {}});
    });
    menu->popup(m_ui->changes->viewport()->mapToGlobal(at));
}

} // namespace twinbook
