// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mappinginspector.h"

#include "gui/flowlayout.h"
#include "gui/theme.h"
#include "ui_mappinginspector.h"
#include "viewmodels/mappingwords.h"

#include <QScopedValueRollback>

namespace twinbook {

namespace {

constexpr std::array authorities {Authority::AskMe, Authority::Newest, Authority::Left,
                                  Authority::Right, Authority::FillOnlyIfEmpty};
constexpr std::array emptyRules {EmptyRule::NeverErase, EmptyRule::Erase};

} // namespace

MappingInspector::MappingInspector(MappingDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_ui(std::make_unique<Ui::MappingInspector>())
{
    m_ui->setupUi(this);
    setUp();
    connect(&m_draft, &MappingDraft::changed, this, &MappingInspector::refresh);
    showNothing();
}

MappingInspector::~MappingInspector() = default;

void MappingInspector::setUp()
{
    m_ui->title->setLook(PlainLabel::Look::Heading);
    m_ui->headRow->setStretch(0, 1);
    m_ui->grid->setColumnStretch(1, 1);
    m_ui->emptyRow->setStretch(1, 1);
    auto *flow = new FlowLayout(m_ui->directions);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(space::two);
    for (QRadioButton *radio : {m_ui->bothWays, m_ui->toRight, m_ui->toLeft, m_ui->off})
        flow->addWidget(radio);
    auto *wins = new FlowLayout(m_ui->wins);
    wins->setContentsMargins(0, 0, 0, 0);
    wins->setSpacing(space::two);
    m_ui->conversionLabel->setMinimumHeight(m_ui->conversion->sizeHint().height());
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->authority), static_cast<QWidget *>(m_ui->conversionLabel),
          static_cast<QWidget *>(m_ui->conversion)})
        wins->addWidget(part);
    m_ui->note->setLook(PlainLabel::Look::Muted);
    m_ui->consequence->setLook(PlainLabel::Look::Muted);
    for (Authority authority : authorities)
        m_ui->authority->addItem(authorityText(authority));
    for (EmptyRule rule : emptyRules)
        m_ui->emptyRule->addItem(emptyRuleText(rule));
    m_ui->pairs->setHorizontalHeaderLabels({serviceName(Side::Left), serviceName(Side::Right)});
    m_ui->pairs->setAccessibleName(m_ui->valuesLabel->text());

    const std::array<std::pair<QRadioButton *, Direction>, 4> directions {
        {{m_ui->bothWays, Direction::BothWays},
         {m_ui->toRight, Direction::ToRight},
         {m_ui->toLeft, Direction::ToLeft},
         {m_ui->off, Direction::Off}}};
    for (const auto &[radio, direction] : directions)
        connect(radio, &QRadioButton::clicked, this,
                [this, wanted = direction] { setDirection(wanted); });
    connect(m_ui->authority, &QComboBox::activated, this, &MappingInspector::setAuthority);
    connect(m_ui->emptyRule, &QComboBox::activated, this, &MappingInspector::setEmptyRule);
    connect(m_ui->conversion, &QComboBox::activated, this, &MappingInspector::setConversion);
    connect(m_ui->pairs, &QTableWidget::cellChanged, this, &MappingInspector::takePairs);
    connect(m_ui->addPair, &QPushButton::clicked, this, &MappingInspector::addPair);
    connect(m_ui->removePair, &QPushButton::clicked, this, &MappingInspector::removePair);
    connect(m_ui->remove, &QPushButton::clicked, this, [this] { m_draft.removeRow(m_row); });
    connect(m_ui->accept, &QPushButton::clicked, this, [this] { m_draft.addRow(m_suggestion); });
    connect(m_ui->refuse, &QPushButton::clicked, this,
            [this] { m_draft.refuseSuggestion(m_suggestion); });
}

void MappingInspector::showNothing()
{
    m_row.clear();
    m_suggestion = {};
    m_ui->title->setText(tr("Choose a line to see its rules"));
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->settings), m_ui->values,
          static_cast<QWidget *>(m_ui->accept), static_cast<QWidget *>(m_ui->refuse),
          static_cast<QWidget *>(m_ui->remove), static_cast<QWidget *>(m_ui->note)})
        part->hide();
}

void MappingInspector::showSuggestion(const FieldMapping &suggestion)
{
    showNothing();
    m_suggestion = suggestion;
    m_ui->title->setText(tr("Connect %1?").arg(suggestion.title));
    m_ui->note->setText(
        tr("Both services have a field of this name and kind. Nothing happens until "
           "you accept."));
    for (QWidget *part : {static_cast<QWidget *>(m_ui->accept),
                          static_cast<QWidget *>(m_ui->refuse), static_cast<QWidget *>(m_ui->note)})
        part->show();
}

void MappingInspector::showRow(const FieldId &id)
{
    showNothing();
    m_row = id;
    refresh();
}

void MappingInspector::refresh()
{
    const FieldMapping *row = m_row.isEmpty() ? nullptr : m_draft.row(m_row);
    if (!row) {
        if (!m_row.isEmpty())
            showNothing();
        return;
    }
    const QScopedValueRollback filling(m_isFilling, true);
    m_ui->title->setText(row->title);
    m_ui->settings->show();
    m_ui->remove->show();
    const QString reason = m_draft.reasonToKeep(m_row);
    m_ui->remove->setEnabled(reason.isEmpty());
    m_ui->note->setText(reason);
    m_ui->note->setVisible(!reason.isEmpty());
    showDirections(*row);
    m_ui->authority->setCurrentIndex(static_cast<int>(row->authority));
    m_ui->authority->setEnabled(row->direction != Direction::Off);
    m_ui->emptyRule->setCurrentIndex(static_cast<int>(row->emptyRule));
    m_ui->emptyRule->setEnabled(row->direction != Direction::Off);
    m_ui->consequence->setText(emptyRuleConsequence(*row));
    m_ui->conversion->clear();
    const QList<Conversion> conversions = m_draft.possibleConversions(*row);
    for (Conversion conversion : conversions)
        m_ui->conversion->addItem(conversionText(conversion), static_cast<int>(conversion));
    m_ui->conversion->setCurrentIndex(
        m_ui->conversion->findData(static_cast<int>(row->conversion)));
    m_ui->conversion->setEnabled(conversions.size() > 1);
    m_ui->conversion->updateGeometry();
    showPairs(*row);
}

void MappingInspector::showDirections(const FieldMapping &row)
{
    const std::array<std::pair<QRadioButton *, Direction>, 4> directions {
        {{m_ui->bothWays, Direction::BothWays},
         {m_ui->toRight, Direction::ToRight},
         {m_ui->toLeft, Direction::ToLeft},
         {m_ui->off, Direction::Off}}};
    QString why;
    for (const auto &[radio, direction] : directions) {
        const QString reason = m_draft.reasonAgainst(row, direction);
        radio->setChecked(row.direction == direction);
        radio->setEnabled(reason.isEmpty() || row.direction == direction);
        radio->setAccessibleDescription(reason);
        if (why.isEmpty())
            why = reason;
    }
    // Said once, in place: a grey choice without its reason is a riddle.
    if (!why.isEmpty() && m_ui->note->isHidden()) {
        m_ui->note->setText(why);
        m_ui->note->show();
    }
}

void MappingInspector::showPairs(const FieldMapping &row)
{
    const bool hasPairs = row.conversion == Conversion::ValueList;
    m_ui->values->setVisible(hasPairs);
    if (!hasPairs)
        return;
    m_ui->pairs->setRowCount(static_cast<int>(row.valuePairs.size()));
    for (int line = 0; line < m_ui->pairs->rowCount(); ++line) {
        const std::array texts {row.valuePairs.at(line).left, row.valuePairs.at(line).right};
        for (int column = 0; column < 2; ++column) {
            // Kept if it is there: it may be the one whose editor is closing now.
            if (!m_ui->pairs->item(line, column))
                m_ui->pairs->setItem(line, column, new QTableWidgetItem);
            m_ui->pairs->item(line, column)->setText(texts[static_cast<std::size_t>(column)]);
        }
    }
}

void MappingInspector::setDirection(Direction direction)
{
    FieldMapping row = *m_draft.row(m_row);
    row.direction = direction;
    m_draft.setRow(row, tr("Change direction of %1").arg(row.title));
}

void MappingInspector::setAuthority(int index)
{
    FieldMapping row = *m_draft.row(m_row);
    row.authority = authorities[static_cast<std::size_t>(index)];
    m_draft.setRow(row, tr("Change who wins for %1").arg(row.title));
}

void MappingInspector::setEmptyRule(int index)
{
    FieldMapping row = *m_draft.row(m_row);
    row.emptyRule = emptyRules[static_cast<std::size_t>(index)];
    m_draft.setRow(row, tr("Change what empty does for %1").arg(row.title));
}

void MappingInspector::setConversion(int index)
{
    FieldMapping row = *m_draft.row(m_row);
    row.conversion = static_cast<Conversion>(m_ui->conversion->itemData(index).toInt());
    m_draft.setRow(row, tr("Change conversion of %1").arg(row.title));
}

void MappingInspector::takePairs()
{
    if (m_isFilling || m_row.isEmpty())
        return;
    FieldMapping row = *m_draft.row(m_row);
    row.valuePairs.clear();
    for (int line = 0; line < m_ui->pairs->rowCount(); ++line) {
        const QTableWidgetItem *left = m_ui->pairs->item(line, 0);
        const QTableWidgetItem *right = m_ui->pairs->item(line, 1);
        row.valuePairs.append({left ? left->text() : QString(), right ? right->text() : QString()});
    }
    m_draft.setRow(row, tr("Change values of %1").arg(row.title));
}

void MappingInspector::addPair()
{
    FieldMapping row = *m_draft.row(m_row);
    row.valuePairs.append(ValuePair {});
    m_draft.setRow(row, tr("Add a value to %1").arg(row.title));
    const int line = m_ui->pairs->rowCount() - 1;
    m_ui->pairs->setFocus();
    m_ui->pairs->setCurrentCell(line, 0);
    m_ui->pairs->edit(m_ui->pairs->currentIndex());
}

void MappingInspector::removePair()
{
    FieldMapping row = *m_draft.row(m_row);
    const int line = m_ui->pairs->currentRow();
    if (line < 0 || line >= row.valuePairs.size())
        return;
    row.valuePairs.removeAt(line);
    m_draft.setRow(row, tr("Remove a value from %1").arg(row.title));
}

} // namespace twinbook
