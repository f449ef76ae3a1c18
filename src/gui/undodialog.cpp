// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/undodialog.h"

#include "gui/undodelegate.h"
#include "ui_undodialog.h"
#include "viewmodels/fieldtitles.h"
#include "viewmodels/runhistorymodel.h"
#include "viewmodels/timetext.h"
#include "viewmodels/undotext.h"

#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>

namespace twinbook {

UndoDialog::UndoDialog(SyncController &controller, UndoScope scope, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_scope(std::move(scope))
    , m_run(runName(m_scope.run, RunHistory(controller.database(), controller.clock())))
    , m_ui(std::make_unique<Ui::UndoDialog>())
    , m_model(new UndoModel(this))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Undo of %1").arg(m_run));
    resize(1080, 640);
    m_ui->basedOn->setLook(PlainLabel::Look::Muted);
    m_ui->headline->setLook(PlainLabel::Look::Title);
    m_ui->whyNot->setLook(PlainLabel::Look::Muted);
    m_ui->whyNot->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    setUpTree();
    connect(m_model, &UndoModel::choicesChanged, this, &UndoDialog::showChoices);
    connect(&m_controller, &SyncController::undoReady, this, &UndoDialog::showUndo);
    connect(&m_controller, &SyncController::undoFailed, this, &UndoDialog::showRefusal);
    connect(&m_controller, &SyncController::progressed, this, &UndoDialog::showProgress);
    connect(&m_controller, &SyncController::phaseChanged, this, &UndoDialog::showChoices);
    connect(m_ui->lookAgain, &QPushButton::clicked, this, &UndoDialog::look);
    auto *looking = new QShortcut(QKeySequence::Refresh, this);
    connect(looking, &QShortcut::activated, m_ui->lookAgain, &QPushButton::click);
    connect(m_ui->cancel, &QPushButton::clicked, this, &UndoDialog::reject);
    connect(m_ui->apply, &QPushButton::clicked, this, &UndoDialog::accept);
    look();
}

UndoDialog::~UndoDialog() = default;

void UndoDialog::setUpTree()
{
    m_ui->changes->setModel(m_model);
    m_ui->changes->setItemDelegate(new UndoDelegate(this));
    m_ui->changes->setIndentation(space::three);
    m_ui->changes->header()->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    m_ui->changes->setColumnWidth(UndoModel::What, unit * 30);
    m_ui->changes->setColumnWidth(UndoModel::Where, unit * 26);
    m_ui->changes->setColumnWidth(UndoModel::Now, unit * 20);
    m_ui->changes->setColumnWidth(UndoModel::WillBe, unit * 20);
}

void UndoDialog::look()
{
    m_state = State::Looking;
    m_ui->headline->setText(tr("Looking at what is there now..."));
    m_ui->remainder->setText(tr("Nothing is changed by looking."));
    m_ui->basedOn->setText({});
    m_ui->refusal->hide();
    m_ui->changes->hide();
    m_controller.prepareUndo(m_scope);
    showChoices();
}

void UndoDialog::showProgress(const EngineProgress &progress)
{
    if (m_state == State::Looking && progress.total > 0)
        m_ui->basedOn->setText(
            tr("%1 of %2")
                .arg(QLocale().toString(progress.done), QLocale().toString(progress.total)));
}

void UndoDialog::showUndo(const PreparedUndoPtr &undo)
{
    m_state = State::Ready;
    m_model->setUndo(undo, fieldTitles(m_controller.database(), m_controller.clock()));
    m_ui->refusal->hide();
    m_ui->basedOn->setText(tr("Based on data from %1").arg(shortTime(undo->executable->basedOn)));
    m_ui->headline->setText(undoHeadline(*undo, m_run));
    m_ui->headline->setAccessibleName(m_ui->headline->text());
    const QString remainder = undoRemainder(undo->plan);
    m_ui->remainder->setText(remainder.isEmpty() ? tr("Everything goes back to what it was.")
                                                 : remainder);
    m_ui->changes->show();
    for (int i = 0; i < undoSectionCount; ++i) {
        const auto section = static_cast<UndoSection>(i);
        m_ui->changes->setRowHidden(i, {}, m_model->peopleIn(section) == 0);
        m_ui->changes->setFirstColumnSpanned(i, {}, true);
        // What somebody is surprised by is open too: that something stays.
        if (section != UndoSection::AlreadyBack)
            m_ui->changes->expand(m_model->section(section));
    }
    showChoices();
    announce(m_ui->headline);
}

//! Also when nobody remembers anything: the sentence says so.
void UndoDialog::showRefusal(const Error &error)
{
    m_state = State::Refused;
    m_ui->headline->setText(tr("Nothing was taken back"));
    m_ui->remainder->setText({});
    m_ui->basedOn->setText({});
    m_ui->refusal->say(error.kind == ErrorKind::InvalidInput ? Tone::Attention : Tone::Stopped,
                       error.message);
    m_ui->changes->hide();
    showChoices();
}

QString UndoDialog::reasonToWait() const
{
    if (m_state != State::Ready)
        return m_state == State::Looking ? tr("Wait until everybody has been looked at.")
                                         : QString();
    if (m_controller.phase() != EnginePhase::Idle)
        return tr("Wait until Twinbook is done.");
    if (m_model->undo()->plan.isNothing())
        return tr("There is nothing to take back.");
    return m_model->chosenPeople() == 0 ? tr("Nobody is ticked.") : QString();
}

void UndoDialog::showChoices()
{
    const QString reason = reasonToWait();
    const int people = m_state == State::Ready ? m_model->chosenPeople() : 0;
    const bool may = m_state == State::Ready && reason.isEmpty();
    m_ui->whyNot->setText(reason);
    m_ui->apply->setText(people == 0       ? tr("&Undo")
                             : people == 1 ? tr("&Undo for 1 person")
                                           : tr("&Undo for %Ln people", nullptr, people));
    m_ui->apply->setEnabled(may);
    m_ui->apply->setDefault(may);
    m_ui->cancel->setDefault(!may);
    m_ui->lookAgain->setEnabled(m_state != State::Looking
                                && m_controller.phase() == EnginePhase::Idle);
}

void UndoDialog::accept()
{
    if (m_state != State::Ready || !reasonToWait().isEmpty())
        return;
    m_controller.applyUndo(m_model->request());
    QDialog::accept();
}

void UndoDialog::reject()
{
    // Nobody waits for the answer any more, and a long look would hold up the next sync.
    if (m_state == State::Looking)
        m_controller.stop();
    QDialog::reject();
}

} // namespace twinbook
