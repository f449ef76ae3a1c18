// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/restoredialog.h"

#include "gui/emptystate.h"
#include "gui/plainlabel.h"
#include "gui/plaintable.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace twinbook {

RestoreDialog::RestoreDialog(const SyncController &controller, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_model(controller.database(), controller.clock())
    , m_points(new PlainTable(this))
    , m_meaning(new PlainLabel({}, PlainLabel::Look::Body, this))
    , m_whyNot(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_goBack(new QPushButton(icon(Icon::History), tr("&Go back to this point"), this))
{
    setWindowTitle(tr("Go back to a restore point"));
    m_goBack->setObjectName(u"goBack"_s);
    m_goBack->setAutoDefault(false);
    m_meaning->setObjectName(u"meaning"_s);
    m_whyNot->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::one);
    buttons->addWidget(m_whyNot, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_goBack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::two, space::three, space::two);
    column->setSpacing(space::oneAndHalf);
    column->addWidget(new PlainLabel(windowTitle(), PlainLabel::Look::Title, this));
    column->addWidget(new PlainLabel(
        tr("Before each sync that changes something Twinbook copies what it knows. The newest %Ln "
           "copies are kept, on this computer only.",
           nullptr, RestorePoints::mostKept),
        PlainLabel::Look::Muted, this));
    column->addWidget(setUpTable(), 1);
    column->addWidget(m_meaning);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_goBack, &QPushButton::clicked, this, &RestoreDialog::goBack);
    connect(m_points->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RestoreDialog::showSelected);
    connect(&controller, &SyncController::phaseChanged, this, &RestoreDialog::showSelected);
    if (m_model.rowCount() > 0)
        m_points->showRow(0);
    showSelected();
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 26);
}

RestoreDialog::~RestoreDialog() = default;

QWidget *RestoreDialog::setUpTable()
{
    m_points->setObjectName(u"points"_s);
    m_points->setAccessibleName(tr("Restore points, newest first"));
    m_points->setModel(&m_model);
    m_points->setItemDelegate(new RowDelegate(m_points));
    QHeaderView *columns = m_points->horizontalHeader();
    columns->setSectionResizeMode(QHeaderView::ResizeToContents);
    columns->setSectionResizeMode(RestorePointModel::Point, QHeaderView::Stretch);
    if (m_model.rowCount() > 0)
        return m_points;
    m_points->hide();
    auto *empty = new EmptyState(this);
    empty->setContent({Icon::History,
                       tr("No restore point yet"),
                       tr("The first one is made before the first sync that changes something."),
                       {}});
    return empty;
}

void RestoreDialog::showSelected()
{
    const int row = m_points->currentIndex().row();
    const bool isIdle = m_controller.phase() == EnginePhase::Idle;
    m_meaning->setText(m_model.meaningOf(row));
    m_meaning->setVisible(row >= 0);
    // Read aloud with the button, because the words stand apart from it.
    m_goBack->setAccessibleDescription(m_meaning->text());
    m_goBack->setEnabled(row >= 0 && isIdle);
    m_whyNot->setText(row >= 0 && !isIdle ? tr("Wait until Twinbook is done.") : QString());
}

void RestoreDialog::goBack()
{
    const auto chosen = m_model.point(m_points->currentIndex().row());
    if (!chosen)
        return;
    accept();
    Q_EMIT restoreRequested(chosen->run);
}

} // namespace twinbook
