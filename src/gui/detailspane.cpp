// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/detailspane.h"

#include "gui/actionbutton.h"
#include "gui/emptystate.h"
#include "gui/plainlabel.h"
#include "gui/plaintable.h"
#include "viewmodels/peoplewords.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace twinbook {

namespace {

//! Rows that agree step back, what will change stands out.
class DetailsDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

private:
    //! The badge of the system that gets the value; the spoken text names it.
    static void showTarget(QStyleOptionViewItem &option, FieldOutcome outcome)
    {
        if (outcome == FieldOutcome::ToLeft)
            option.icon = icon(Icon::OfficeRnD, Tone::OfficeRnD);
        else if (outcome == FieldOutcome::ToRight)
            option.icon = icon(Icon::HighLevel, Tone::HighLevel);
        else if (outcome == FieldOutcome::ToBoth)
            option.icon = icon(Icon::BothWays, Tone::Good);
        else
            option.icon = icon(Icon::NeedsYou, Tone::Attention);
        option.features |= QStyleOptionViewItem::HasDecoration;
        const int side = option.fontMetrics.height() + 2;
        option.decorationSize = QSize(side, side);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const auto outcome
            = static_cast<FieldOutcome>(index.data(PersonDetailsModel::OutcomeRole).toInt());
        const bool isQuiet = outcome == FieldOutcome::Agrees || outcome == FieldOutcome::HeldBack;
        const int column = index.column();
        if (column == PersonDetailsModel::Field
            || (isQuiet && column >= PersonDetailsModel::Becomes)) {
            const QColor muted = toneColor(Tone::Muted, option->palette);
            option->palette.setColor(QPalette::Text, muted);
            option->palette.setColor(QPalette::HighlightedText, muted);
        } else if (column == PersonDetailsModel::Becomes) {
            showTarget(*option, outcome);
            const Tone tone = outcome == FieldOutcome::Ask ? Tone::Attention : Tone::Good;
            option->font.setWeight(QFont::DemiBold);
            option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
            option->palette.setColor(QPalette::HighlightedText, toneColor(tone, option->palette));
        }
    }
};

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget(this))
    , m_nobody(new EmptyState(this))
    , m_name(new PlainLabel({}, PlainLabel::Look::Heading, this))
    , m_sentence(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_decide(new QPushButton(tr("Decide"), this))
    , m_leaveOut(new QPushButton(this))
    , m_undo(new ActionButton(this))
    , m_fields(new PlainTable(this))
{
    auto *person = new QWidget(this);
    auto *column = new QVBoxLayout(person);
    column->setContentsMargins(space::two, space::one, space::one, 0);
    column->setSpacing(space::half);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::oneAndHalf);
    m_name->setWordWrap(false);
    head->addWidget(m_name);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_decide);
    head->addWidget(m_leaveOut);
    head->addWidget(m_undo);
    column->addLayout(head);
    column->addWidget(m_fields, 1);
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(person);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    setFrameShape(QFrame::StyledPanel);
    m_fields->setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_name->setObjectName(QStringLiteral("detailsName"));
    m_fields->setObjectName(QStringLiteral("detailsTable"));
    m_fields->setAccessibleName(tr("Fields of the selected person"));
    m_fields->setModel(&m_model);
    m_fields->setItemDelegate(new DetailsDelegate(m_fields));
    m_fields->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_fields->horizontalHeader()->setSectionResizeMode(PersonDetailsModel::Field,
                                                       QHeaderView::ResizeToContents);
    m_decide->setIcon(icon(Icon::Decisions));
    connect(m_decide, &QPushButton::clicked, this, &DetailsPane::decideRequested);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        if (m_state == RowState::LeftOut)
            Q_EMIT takeInRequested();
        else
            Q_EMIT leaveOutRequested();
    });
    connect(m_fields->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DetailsPane::fieldChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DetailsPane::fieldChanged);
    showSelection(0);
}

void DetailsPane::setVerbs(QAction *why, QAction *undoField, QAction *undoPerson)
{
    m_fields->addActions({why, undoField, undoPerson});
    m_fields->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_undo->setAction(undoPerson);
}

DetailsPane::CurrentField DetailsPane::currentField() const
{
    const QModelIndex current = m_fields->currentIndex();
    return {current.data(PersonDetailsModel::FieldIdRole).toString(),
            current.siblingAtColumn(PersonDetailsModel::Field).data().toString()};
}

void DetailsPane::showButtons(RowState state)
{
    m_state = state;
    const bool isOut = state == RowState::LeftOut;
    m_leaveOut->setText(isOut ? tr("Take in again") : tr("Leave out"));
    m_leaveOut->setIcon(icon(isOut ? Icon::Undo : Icon::LeftOut));
    m_decide->setVisible(state == RowState::NeedsYou);
}

void DetailsPane::showPerson(const PeopleRow &row, const PreparedPlanPtr &plan)
{
    // The key is the position in the plan + 1.
    m_model.setPerson(plan, row.key - 1);
    const bool hasFields = m_model.rowCount() > 0;
    const QString clause = changeSentence(row);
    const QString sentence = clause.left(1).toUpper() % clause.mid(1) % u'.';
    m_name->setText(personName(row));
    m_sentence->setText(hasFields ? sentence
                                  : tr("%1 Check for changes to see every field.").arg(sentence));
    showButtons(row.state);
    m_fields->setVisible(hasFields);
    m_stack->setCurrentIndex(1);
}

void DetailsPane::showSelection(int count)
{
    m_model.setPerson(nullptr, -1);
    m_nobody->setContent(
        {Icon::People,
         count == 0 ? tr("Nobody selected") : tr("%Ln people selected", nullptr, count),
         count == 0 ? tr("Select a person to see every field, what will change and why.")
                    : tr("Leave them out with Ctrl+Del, or select one person to see every field."),
         {}});
    m_stack->setCurrentIndex(0);
}

} // namespace twinbook
