// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mappingrowdialog.h"

#include "ui_mappingrowdialog.h"
#include "viewmodels/mappingwords.h"

namespace twinbook {

MappingRowDialog::MappingRowDialog(MappingDraft &draft, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_ui(std::make_unique<Ui::MappingRowDialog>())
{
    m_ui->setupUi(this);
    resize(760, 480);
    m_ui->leftFields->setAccessibleName(tr("OfficeRnD field"));
    m_ui->rightFields->setAccessibleName(tr("HighLevel field"));
    connect(m_ui->leftFields, &QListWidget::currentItemChanged, this, &MappingRowDialog::fillRight);
    connect(m_ui->rightFields, &QListWidget::currentItemChanged, this,
            &MappingRowDialog::showOutcome);
    connect(m_ui->rightFields, &QListWidget::itemActivated, this, &MappingRowDialog::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &MappingRowDialog::accept);
    fillLeft();
}

MappingRowDialog::~MappingRowDialog() = default;

FieldKey MappingRowDialog::chosen(const QListWidget *list) const
{
    const QListWidgetItem *item = list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : FieldKey();
}

void MappingRowDialog::fillLeft()
{
    const QList<FieldSpec> fields = m_draft.unusedFields(Side::Left);
    for (const FieldSpec &field : fields) {
        auto *item = new QListWidgetItem(
            tr("%1 (%2)", "field and kind of value").arg(field.title, valueTypeText(field.type)),
            m_ui->leftFields);
        item->setData(Qt::UserRole, field.key);
    }
    m_ui->leftFields->setCurrentRow(0);
    fillRight();
}

void MappingRowDialog::fillRight()
{
    m_ui->rightFields->clear();
    const FieldKey left = chosen(m_ui->leftFields);
    const QList<FieldSpec> fields = m_draft.unusedFields(Side::Right);
    QListWidgetItem *fits = nullptr;
    for (const FieldSpec &field : fields) {
        const QString reason = left.isEmpty() ? QString() : m_draft.reasonAgainst(left, field.key);
        const QString title
            = tr("%1 (%2)", "field and kind of value").arg(field.title, valueTypeText(field.type));
        auto *item = new QListWidgetItem(
            reason.isEmpty() ? title : tr("%1 - does not fit: %2").arg(title, reason),
            m_ui->rightFields);
        item->setData(Qt::UserRole, field.key);
        if (!reason.isEmpty())
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        else if (!fits)
            fits = item;
    }
    m_ui->rightFields->setCurrentItem(fits);
    showOutcome();
}

void MappingRowDialog::showOutcome()
{
    const FieldKey left = chosen(m_ui->leftFields);
    const FieldKey right = chosen(m_ui->rightFields);
    const bool fits
        = !left.isEmpty() && !right.isEmpty() && m_draft.reasonAgainst(left, right).isEmpty();
    m_ui->connectButton->setEnabled(fits);
    if (!fits) {
        m_ui->outcome->setText(left.isEmpty() ? tr("All OfficeRnD fields are connected.")
                                              : tr("No HighLevel field fits."));
        return;
    }
    const FieldMapping row = m_draft.rowFor(left, right);
    m_ui->outcome->setText(
        tr("%1. Converted: %2.").arg(directionText(row.direction), conversionText(row.conversion)));
}

void MappingRowDialog::accept()
{
    const FieldKey left = chosen(m_ui->leftFields);
    const FieldKey right = chosen(m_ui->rightFields);
    if (left.isEmpty() || right.isEmpty() || !m_draft.reasonAgainst(left, right).isEmpty())
        return;
    m_draft.addRow(m_draft.rowFor(left, right));
    QDialog::accept();
}

} // namespace twinbook
