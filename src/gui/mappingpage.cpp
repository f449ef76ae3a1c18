// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mappingpage.h"

#include "gui/flowlayout.h"
#include "gui/mappingdelegate.h"
#include "gui/mappinginspector.h"
#include "gui/mappingrowdialog.h"
#include "gui/picture.h"
#include "ui_mappingpage.h"

#include <QAction>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int exampleLimit = 200;

} // namespace

MappingPage::MappingPage(SyncController &controller, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_ui(std::make_unique<Ui::MappingPage>())
    , m_draft(new MappingDraft(this))
    , m_model(new MappingModel(*m_draft, this))
    , m_effect(new MappingEffect(controller.database().connection().databaseName(), clock, this))
    , m_inspector(new MappingInspector(*m_draft, this))
{
    m_ui->setupUi(this);
    setUp();
    setUpFileMenu();
    connectAll();
    takePlan(controller.plan());
    showDraft();
}

MappingPage::~MappingPage() = default;

void MappingPage::setUp()
{
    m_ui->title->setLook(PlainLabel::Look::Title);
    m_ui->state->setLook(PlainLabel::Look::Muted);
    m_ui->notice->hide();
    m_ui->unusedLists->hide();
    m_ui->unused->setFlat(true);
    m_ui->identityRow->insertWidget(0, new Picture(Icon::Key, Tone::Accent, 1.25, this));
    m_ui->identityRow->setStretch(1, 1);
    auto *host = new QVBoxLayout(m_ui->inspectorHost);
    host->setContentsMargins(space::two, space::one, space::two, space::two);
    host->addWidget(m_inspector);
    const int line = fontMetrics().height() + space::two;
    m_ui->rows->setMinimumHeight(6 * line);
    m_ui->unusedLists->setMaximumHeight(6 * line);
    m_ui->unusedLists->setMinimumHeight(4 * line);
    m_problemSign = new Picture(Icon::Warning, Tone::Attention, 1.25, this);
    m_ui->problemRow->insertWidget(0, m_problemSign, 0, Qt::AlignTop);
    m_ui->problemRow->setStretch(1, 1);
    m_ui->headRow->setStretch(1, 1);
    m_ui->exampleLabel->setMinimumHeight(m_ui->example->sizeHint().height());
    auto *flow = new FlowLayout(m_ui->tools);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(space::one);
    for (QWidget *tool :
         {static_cast<QWidget *>(m_ui->exampleLabel), static_cast<QWidget *>(m_ui->example),
          static_cast<QWidget *>(m_ui->connectFields), static_cast<QWidget *>(m_ui->undo),
          static_cast<QWidget *>(m_ui->redo), static_cast<QWidget *>(m_ui->more)})
        flow->addWidget(tool);

    m_ui->rows->setModel(m_model);
    m_ui->rows->setItemDelegate(new MappingDelegate(this));
    QHeaderView *header = m_ui->rows->horizontalHeader();
    header->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    const std::array widths {24, 26, 26, 26};
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        header->resizeSection(column, unit * widths[static_cast<std::size_t>(column)]);
}

void MappingPage::setUpFileMenu()
{
    auto *menu = new QMenu(m_ui->more);
    connect(menu->addAction(tr("&Import a mapping...")), &QAction::triggered, this,
            &MappingPage::importFile);
    connect(menu->addAction(tr("&Export this mapping...")), &QAction::triggered, this,
            &MappingPage::exportFile);
    m_ui->more->setMenu(menu);
}

void MappingPage::connectAll()
{
    QUndoStack *steps = &m_draft->steps();
    connect(m_draft, &MappingDraft::changed, this, &MappingPage::showDraft);
    connect(m_ui->undo, &QPushButton::clicked, steps, &QUndoStack::undo);
    connect(m_ui->redo, &QPushButton::clicked, steps, &QUndoStack::redo);
    const std::array<std::pair<QKeySequence::StandardKey, void (QUndoStack::*)()>, 2> keys {
        {{QKeySequence::Undo, &QUndoStack::undo}, {QKeySequence::Redo, &QUndoStack::redo}}};
    for (const auto &[key, step] : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, steps, step);
    }
    auto *removing = new QShortcut(QKeySequence::Delete, m_ui->rows);
    removing->setContext(Qt::WidgetShortcut);
    connect(removing, &QShortcut::activated, this, [this] { m_draft->removeRow(m_selected); });

    connect(m_ui->rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MappingPage::showCurrent);
    connect(m_ui->example, &QComboBox::activated, this, &MappingPage::showExample);
    connect(m_ui->connectFields, &QPushButton::clicked, this, &MappingPage::connectFields);
    connect(m_ui->unused, &QPushButton::toggled, m_ui->unusedLists, &QWidget::setVisible);
    connect(m_ui->go, &QPushButton::clicked, this, &MappingPage::goToProblem);
    connect(m_ui->discard, &QPushButton::clicked, m_draft, &MappingDraft::discard);
    connect(m_ui->save, &QPushButton::clicked, this, &MappingPage::save);
    connect(m_ui->notice, &Banner::firstPressed, this, [this] {
        m_ui->notice->hide();
        if (m_offersPreview)
            Q_EMIT previewRequested();
    });

    connect(&m_controller, &SyncController::planReady, this, &MappingPage::takePlan);
    connect(m_effect, &MappingEffect::effectReady, this, [this](const DraftEffect &effect) {
        m_lastEffect = effect;
        showSave();
    });
    connect(m_effect, &MappingEffect::usageReady, this,
            [this](const PerSide<QHash<FieldKey, int>> &usage) {
                m_usage = usage;
                showUnused();
            });
}

void MappingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_effect->requestUsage();
}

void MappingPage::takePlan(const PreparedPlanPtr &plan)
{
    if (!plan)
        return;
    const MappingProfile &inForce = plan->projection.profile();
    const bool isNews = inForce != m_draft->profile() || plan->schemas != m_draft->schemas();
    // A draft in work is never thrown away by a check that runs beside it.
    if (isNews && !m_draft->isChanged())
        m_draft->load(inForce, plan->schemas);
    fillExamples();
}

void MappingPage::fillExamples()
{
    const ExampleChoice before = m_examples.value(m_ui->example->currentIndex());
    m_examples = exampleChoices(*m_controller.plan(), exampleLimit);
    m_ui->example->clear();
    for (const ExampleChoice &choice : std::as_const(m_examples))
        m_ui->example->addItem(choice.name);
    const qsizetype same = m_examples.indexOf(before);
    m_ui->example->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, same)));
    showExample();
}

void MappingPage::showExample()
{
    const int index = m_ui->example->currentIndex();
    if (index < 0)
        return;
    const Result<ExamplePerson> person
        = examplePerson(m_controller.database(), m_examples.at(index));
    if (person)
        m_model->setExample(*person);
    else
        complain(person.error().message);
}

void MappingPage::showDraft()
{
    m_lastEffect.reset();
    const QUndoStack &steps = m_draft->steps();
    m_ui->undo->setEnabled(steps.canUndo());
    m_ui->undo->setToolTip(plainToolTip(tr("Undo: %1 (Ctrl+Z)").arg(steps.undoText())));
    m_ui->redo->setEnabled(steps.canRedo());
    m_ui->redo->setToolTip(plainToolTip(tr("Redo: %1 (Ctrl+Shift+Z)").arg(steps.redoText())));
    const int rows = m_draft->changedRows();
    m_ui->state->setText(rows == 0       ? QString()
                             : rows == 1 ? tr("draft, 1 change not saved")
                                         : tr("draft, %Ln changes not saved", nullptr, rows));
    m_ui->discard->setEnabled(m_draft->isChanged());
    if (m_draft->isChanged())
        m_effect->requestEffect(m_draft->profile(), m_controller.plan());
    select(m_selected);
    showIdentity();
    showUnused();
    showProblem();
    showSave();
}

void MappingPage::showIdentity()
{
    QStringList titles;
    for (FieldRole role : {FieldRole::Email, FieldRole::Phone, FieldRole::Name}) {
        for (const FieldMapping &row : m_draft->profile().rows) {
            if (row.role == role)
                titles += row.title;
        }
    }
    m_ui->identity->setText(
        tr("Used to recognise people: first an earlier link, then %1. Pairs that "
           "are not sure are always asked.")
            .arg(titles.join(", "_L1)));
}

void MappingPage::showSave()
{
    const QList<MappingProblem> problems = m_draft->problems();
    const bool blocked
        = std::any_of(problems.begin(), problems.end(), [](const MappingProblem &problem) {
              return problem.severity == MappingProblem::Severity::Error;
          });
    m_ui->save->setEnabled(m_draft->isChanged() && !blocked);
    if (!m_draft->isChanged() || !m_lastEffect)
        m_ui->save->setText(tr("&Save"));
    else if (m_lastEffect->people == 0)
        m_ui->save->setText(tr("&Save - nobody will change"));
    else if (m_lastEffect->people == 1)
        m_ui->save->setText(tr("&Save - 1 person will change"));
    else
        m_ui->save->setText(tr("&Save - %Ln people will change", nullptr, m_lastEffect->people));
}

void MappingPage::showUnused()
{
    fillUnused(Side::Left, m_ui->unusedLeft);
    fillUnused(Side::Right, m_ui->unusedRight);
    m_ui->unused->setText(tr("&Not synced: %1 in OfficeRnD, %2 in HighLevel")
                              .arg(QLocale().toString(m_ui->unusedLeft->count()),
                                   QLocale().toString(m_ui->unusedRight->count())));
}

void MappingPage::fillUnused(Side side, QListWidget *list)
{
    list->clear();
    const QList<FieldSpec> fields = m_draft->unusedFields(side);
    for (const FieldSpec &field : fields) {
        const int people = m_usage[side].value(field.key);
        list->addItem(people == 0 ? tr("%1 - not filled").arg(field.title)
                          : people == 1
                          ? tr("%1 - filled for 1 person").arg(field.title)
                          : tr("%1 - filled for %Ln people", nullptr, people).arg(field.title));
    }
}

void MappingPage::showProblem()
{
    const QList<MappingProblem> problems = m_draft->problems();
    m_ui->problem->setVisible(!problems.isEmpty());
    m_problemSign->setVisible(!problems.isEmpty());
    if (!problems.isEmpty() && problems.constFirst().severity == MappingProblem::Severity::Hint)
        m_problemSign->setIcon(Icon::Info, Tone::Muted);
    else
        m_problemSign->setIcon(Icon::Warning, Tone::Attention);
    m_ui->go->setVisible(!problems.isEmpty() && !problems.constFirst().row.isEmpty());
    if (!problems.isEmpty())
        m_ui->problem->setText(problems.constFirst().sentence);
}

void MappingPage::goToProblem()
{
    const QList<MappingProblem> problems = m_draft->problems();
    if (problems.isEmpty())
        return;
    select(problems.constFirst().row);
    m_ui->rows->setFocus();
}

void MappingPage::select(const FieldId &id)
{
    int line = m_model->lineOf(id);
    if (line < 0 && m_model->rowCount() > 0)
        line = 0;
    m_ui->rows->setCurrentIndex(m_model->index(line, MappingModel::LeftField));
    showCurrent();
}

void MappingPage::showCurrent()
{
    const int line = m_ui->rows->currentIndex().row();
    if (line < 0) {
        m_inspector->showNothing();
        return;
    }
    m_selected = m_model->mapping(line).id;
    if (m_model->kind(line) == MappingModel::Kind::Suggested)
        m_inspector->showSuggestion(m_model->mapping(line));
    else
        m_inspector->showRow(m_selected);
}

void MappingPage::connectFields()
{
    auto *dialog = new MappingRowDialog(*m_draft, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this] { select(m_draft->profile().rows.constLast().id); });
    dialog->open();
}

void MappingPage::save()
{
    m_controller.setMapping(m_draft->profile());
    const int people = m_lastEffect ? m_lastEffect->people : 0;
    m_draft->markSaved();
    m_offersPreview = true;
    m_ui->notice->say(Tone::Good,
                      people == 0
                          ? tr("Saved. It counts from the next sync on; nothing was changed yet.")
                          : tr("Saved. %Ln people will change at the next sync; nothing was "
                               "changed yet.",
                               nullptr, people));
    m_ui->notice->setButtons(tr("Preview now"));
    m_ui->notice->show();
}

void MappingPage::complain(const QString &sentence)
{
    m_offersPreview = false;
    m_ui->notice->say(Tone::Stopped, sentence);
    m_ui->notice->setButtons(tr("Close"));
    m_ui->notice->show();
}

} // namespace twinbook
