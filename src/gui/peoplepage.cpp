// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/peoplepage.h"

#include "gui/groupedheader.h"
#include "gui/peopledelegate.h"
#include "gui/toast.h"
#include "ui_peoplepage.h"
#include "viewmodels/peoplewords.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

#include <chrono>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

PeoplePage::PeoplePage(SyncController &controller, GuiSettings &settings, Connection connection,
                       QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_settings(settings)
    , m_connection(connection)
    , m_ui(std::make_unique<Ui::PeoplePageForm>())
    , m_model(controller.database())
    , m_header(new GroupedHeader(this))
    , m_toast(new Toast(this))
{
    m_ui->setupUi(this);
    m_ui->search->addAction(icon(Icon::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_ui->search->setClearButtonEnabled(true);
    m_ui->search->setMinimumWidth(fontMetrics().averageCharWidth() * 38);
    m_ui->search->installEventFilter(this);
    m_ui->splitter->setStretchFactor(0, 1);
    if (!m_ui->splitter->restoreState(m_settings.layoutOf(u"people"_s)))
        m_ui->splitter->setSizes({fontMetrics().height() * 22, fontMetrics().height() * 12});
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(120ms);
    m_reloadDelay.setSingleShot(true);
    m_reloadDelay.setInterval(400ms);
    prepareTable();
    listen();
    setDetails(m_settings.detailsPane());
    showState();
}

PeoplePage::~PeoplePage() = default;

void PeoplePage::prepareTable()
{
    PlainTable *table = m_ui->table;
    table->setHorizontalHeader(m_header);
    table->setModel(&m_model);
    table->setItemDelegate(new PeopleDelegate(table));
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->viewport()->installEventFilter(this);
    m_header->setSortIndicator(PeopleTableModel::LeftName, Qt::AscendingOrder);
    m_header->installEventFilter(this);
    m_header->viewport()->installEventFilter(this);
}

void PeoplePage::listen()
{
    connect(&m_searchDelay, &QTimer::timeout, this, &PeoplePage::applyQuery);
    connect(&m_reloadDelay, &QTimer::timeout, this, &PeoplePage::reload);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_searchDelay.start(); });
    connect(m_ui->chips, &ChipBar::statesChanged, this, &PeoplePage::applyQuery);
    connect(&m_model, &PeopleTableModel::countsChanged, this, &PeoplePage::showState);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeoplePage::showSelected);
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &PeoplePage::showContextMenu);
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int column) {
        PeopleQuery query = m_model.query();
        const bool byState = column == PeopleTableModel::Change;
        query.order = byState ? PeopleQuery::Order::State : PeopleQuery::Order::Name;
        m_header->setSortIndicator(byState ? column : PeopleTableModel::LeftName,
                                   Qt::AscendingOrder);
        m_model.setQuery(query);
        showSelected();
    });
    connect(m_ui->empty, &EmptyState::pressed, this, &PeoplePage::emptyStatePressed);
    connect(m_ui->details, &DetailsPane::leaveOutRequested, this, &PeoplePage::leaveOut);
    connect(m_ui->details, &DetailsPane::takeInRequested, this, &PeoplePage::takeIn);
    connect(m_ui->details, &DetailsPane::fieldChanged, this, &PeoplePage::selectionChanged);
    connect(m_ui->details, &DetailsPane::decideRequested, this, &PeoplePage::decideRequested);
    connect(m_toast, &Toast::pressed, this, &PeoplePage::undo);

    connect(&m_controller, &SyncController::planReady, this, &PeoplePage::reload);
    connect(&m_controller, &SyncController::runFinished, this, &PeoplePage::reload);
    connect(&m_controller, &SyncController::personWritten, this,
            [this](qint64 key, RowState state) {
                m_model.markWritten(key, state);
                if (!m_model.query().states.isEmpty())
                    m_reloadDelay.start();
            });
    connect(&m_controller, &SyncController::healthChanged, this, &PeoplePage::showState);
}

void PeoplePage::setVerbs(QAction *check, QAction *preview)
{
    m_check = check;
    m_ui->check->setAction(check);
    m_ui->preview->setAction(preview);
    m_ui->preview->setDefault(true);
}

void PeoplePage::setDetailsVerbs(QAction *why, QAction *undoField, QAction *undoPerson)
{
    m_undoPerson = undoPerson;
    m_ui->details->setVerbs(why, undoField, undoPerson);
}

DetailsPane::CurrentField PeoplePage::currentField() const
{
    return m_ui->details->currentField();
}

void PeoplePage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void PeoplePage::setDetails(GuiSettings::DetailsPane pane)
{
    m_ui->details->setVisible(pane == GuiSettings::DetailsPane::Shown);
    m_settings.setDetailsPane(pane);
}

void PeoplePage::saveLayout()
{
    m_settings.setLayoutOf(u"people"_s, m_ui->splitter->saveState());
}

void PeoplePage::applyQuery()
{
    m_searchDelay.stop();
    PeopleQuery query = m_model.query();
    query.search = m_ui->search->text().trimmed();
    query.states = m_ui->chips->states();
    m_model.setQuery(query);
    showState();
    showSelected();
}

void PeoplePage::reload()
{
    m_reloadDelay.stop();
    const QModelIndex current = m_ui->table->currentIndex();
    const auto person = m_model.person(current.row());
    m_model.reload();
    const int row = person ? m_model.rowOf(*person, current.row()) : -1;
    if (row >= 0)
        m_ui->table->showRow(row);
    showState();
    showSelected();
}

QList<PeopleRow> PeoplePage::selectedPeople() const
{
    QList<PeopleRow> people;
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (auto person = m_model.person(index.row()))
            people.append(std::move(*person));
    }
    return people;
}

void PeoplePage::showSelected()
{
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    const auto person = rows.size() == 1 ? m_model.person(rows.first().row()) : std::nullopt;
    if (person)
        m_ui->details->showPerson(*person, m_controller.plan());
    else
        m_ui->details->showSelection(static_cast<int>(rows.size()));
    Q_EMIT selectionChanged();
}

void PeoplePage::showState()
{
    m_ui->chips->setCounts(m_model.counts());
    const PreparedPlanPtr plan = m_controller.plan();
    m_header->setFreshness(
        plan == nullptr
            ? QString()
            : tr("checked %1").arg(momentText(plan->basedOn, m_controller.clock().now())));
    const bool isEmpty = m_model.rowCount() == 0;
    m_ui->stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->empty) : m_ui->table);
    m_ui->details->setVisible(!isEmpty
                              && m_settings.detailsPane() == GuiSettings::DetailsPane::Shown);
    if (isEmpty)
        showEmptyState();
}

void PeoplePage::showContextMenu(const QPoint &at)
{
    const QList<PeopleRow> people = selectedPeople();
    if (people.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (people.size() == 1 && people.first().state == RowState::NeedsYou)
        menu->addAction(icon(Icon::Decisions), tr("&Decide"), this, &PeoplePage::decideRequested);
    const bool areOut = std::all_of(people.begin(), people.end(), [](const PeopleRow &row) {
        return row.state == RowState::LeftOut;
    });
    if (areOut)
        menu->addAction(icon(Icon::Undo), tr("&Take in again"), this, &PeoplePage::takeIn);
    else
        menu->addAction(icon(Icon::LeftOut), tr("&Leave out"), this, &PeoplePage::leaveOut);
    if (people.size() == 1 && m_undoPerson != nullptr) {
        menu->addSeparator();
        menu->addAction(m_undoPerson);
    }
    menu->popup(m_ui->table->viewport()->mapToGlobal(at));
}

bool PeoplePage::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_ui->search && type == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_ui->search->clear();
            applyQuery();
            m_ui->table->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            applyQuery();
            m_ui->table->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (watched == m_ui->table->viewport() && type == QEvent::Resize)
        fitColumns();
    // A person who drags a column border once decides the widths from then on.
    if (watched == m_header->viewport() && type == QEvent::MouseButtonPress
        && m_header->cursor().shape() == Qt::SplitHCursor)
        m_columns = Columns::ByHand;
    return QWidget::eventFilter(watched, event);
}

void PeoplePage::fitColumns()
{
    if (m_columns == Columns::ByHand)
        return;
    const int width = m_ui->table->viewport()->width();
    const int middle = fontMetrics().averageCharWidth() * 15 + space::two;
    const int half = qMax((width - middle) / 2, fontMetrics().averageCharWidth() * 56);
    const std::array shares {0.24, 0.34, 0.23, 0.19};
    for (const int first : {PeopleTableModel::LeftName, PeopleTableModel::RightName}) {
        int left = half;
        for (std::size_t field = 0; field + 1 < shares.size(); ++field) {
            const int size = qRound(half * shares.at(field));
            m_header->resizeSection(first + static_cast<int>(field), size);
            left -= size;
        }
        m_header->resizeSection(first + 3, left);
    }
    m_header->resizeSection(PeopleTableModel::Change, qMax(middle, width - 2 * half));
}

void PeoplePage::leaveOut()
{
    const QList<PeopleRow> people = selectedPeople();
    if (people.isEmpty())
        return;
    move(Way::Out, people);
    m_undo.append({Way::Out, people});
    m_toast->say(people.size() == 1
                     ? tr("%1 is left out.").arg(personName(people.first()))
                     : tr("%Ln people are left out.", nullptr, static_cast<int>(people.size())),
                 tr("Undo"));
    Q_EMIT undoChanged();
}

void PeoplePage::takeIn()
{
    const QList<PeopleRow> people = selectedPeople();
    if (people.isEmpty())
        return;
    move(Way::In, people);
    m_undo.append({Way::In, people});
    m_toast->say(people.size() == 1
                     ? tr("%1 takes part again.").arg(personName(people.first()))
                     : tr("%Ln people take part again.", nullptr, static_cast<int>(people.size())),
                 tr("Undo"));
    Q_EMIT undoChanged();
}

void PeoplePage::undo()
{
    if (m_undo.isEmpty())
        return;
    const Step step = m_undo.takeLast();
    move(step.way == Way::Out ? Way::In : Way::Out, step.people);
    m_toast->hide();
    Q_EMIT undoChanged();
}

//! The plan is made again by the engine; the table follows with planReady().
void PeoplePage::move(Way way, const QList<PeopleRow> &people)
{
    for (const PeopleRow &person : people) {
        for (const Side side : bothSides) {
            const RemoteId &id = person.halves[side].id;
            if (id.isEmpty())
                continue;
            if (way == Way::Out)
                m_controller.leaveOut(side, id);
            else
                m_controller.takeIn(side, id);
        }
    }
}

void PeoplePage::emptyStatePressed()
{
    switch (m_emptyAction) {
    case EmptyAction::None:
        return;
    case EmptyAction::Setup:
        Q_EMIT setupRequested();
        return;
    case EmptyAction::Check:
        if (m_check != nullptr)
            m_check->trigger();
        return;
    case EmptyAction::ClearSearch:
        m_ui->search->clear();
        applyQuery();
        return;
    case EmptyAction::ShowAll:
        m_ui->chips->setStates({});
        return;
    }
}

void PeoplePage::showEmptyState()
{
    const auto &counts = m_model.counts();
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    const auto show = [this](EmptyAction action, const EmptyState::Content &content) {
        m_emptyAction = action;
        m_ui->empty->setContent(content);
    };
    if (m_connection == Connection::Missing) {
        show(EmptyAction::Setup,
             {Icon::Link, tr("Connect OfficeRnD and HighLevel"),
              tr("Twinbook keeps the people of both systems in agreement. Nothing changes in "
                 "either of them until you say so."),
              tr("Connect accounts")});
    } else if (all == 0) {
        show(EmptyAction::Check,
             {Icon::People, tr("No people yet"),
              tr("Checking for changes reads both systems and shows what a sync would do. Nothing "
                 "is changed."),
              tr("Check for changes")});
    } else if (!m_model.query().search.isEmpty()) {
        const bool isFiltered = !m_model.query().states.isEmpty();
        show(isFiltered ? EmptyAction::ShowAll : EmptyAction::ClearSearch,
             {Icon::Search, tr("Nobody found for \"%1\"").arg(m_model.query().search),
              tr("Searched are name, e-mail, phone and company in both systems."),
              isFiltered ? tr("Search all %1 people").arg(QLocale().toString(all))
                         : tr("Clear search")});
    } else if (counts.at(static_cast<std::size_t>(RowState::InSync)) == all) {
        show(EmptyAction::ShowAll,
             {Icon::Good, tr("All in sync"),
              tr("Nothing to do. Everybody is the same in both systems."), tr("Show everybody")});
    } else {
        show(EmptyAction::ShowAll,
             {Icon::Good, tr("Nobody here"),
              tr("The filter hides %1 people.").arg(QLocale().toString(all)), tr("Show all")});
    }
}

} // namespace twinbook
