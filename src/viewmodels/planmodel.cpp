// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/planmodel.h"

#include "viewmodels/decisiontext.h"
#include "viewmodels/reasontext.h"
#include "viewmodels/recognition.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

// Where an index stands: sections carry 0, people their section + 1, values additionally the
// person's position + 1 in the upper half.
constexpr int personShift = 8;

constexpr quintptr sectionOf(quintptr id)
{
    return (id & 0xff) - 1;
}

constexpr quintptr entryOf(quintptr id)
{
    return (id >> personShift) - 1;
}

QString sectionTitle(Danger danger)
{
    switch (danger) {
    case Danger::Erases:
        return PlanModel::tr("Erases something");
    case Danger::Replaces:
        return PlanModel::tr("Replaces something");
    case Danger::Fills:
        return PlanModel::tr("Fills empty fields");
    case Danger::NewInHighLevel:
        return PlanModel::tr("New in HighLevel");
    case Danger::NewInOfficeRnD:
        return PlanModel::tr("New in OfficeRnD");
    case Danger::LinkOnly:
        return PlanModel::tr("Link only, no data changes");
    case Danger::NeedsDecision:
        return PlanModel::tr("Needs your decision - left for later");
    }
    return {};
}

QString shown(const FieldValue &value)
{
    return value.isEmpty() ? PlanModel::tr("(empty)") : value.toDisplay();
}

// A single change is told in the person's own line, without a line below.
bool toldInOneLine(Danger danger, std::size_t changes)
{
    return changes == 1 && danger != Danger::NewInHighLevel && danger != Danger::NewInOfficeRnD;
}

} // namespace

PlanModel::PlanModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void PlanModel::setPlan(const PreparedPlanPtr &plan)
{
    QHash<Key, std::vector<ValueChange>> leftOut;
    for (const auto &entries : m_sections) {
        for (const Entry &entry : entries) {
            if (entry.state == Qt::Unchecked)
                leftOut.insert(keyOf(m_plan->plan.people[static_cast<std::size_t>(entry.person)]),
                               entry.changes);
        }
    }

    beginResetModel();
    m_plan = plan;
    for (auto &entries : m_sections)
        entries.clear();
    const std::size_t count = plan ? plan->plan.people.size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        addPerson(static_cast<int>(i), leftOut);
    endResetModel();
    Q_EMIT choicesChanged();
}

void PlanModel::addPerson(int index, const QHash<Key, std::vector<ValueChange>> &leftOut)
{
    const PersonPlan &person = m_plan->plan.people[static_cast<std::size_t>(index)];
    if (person.state == PersonState::InSync || person.state == PersonState::LeftOut)
        return;
    const bool onBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
    if (person.state == PersonState::NeedsYou) {
        // Two records in one question are one line: that of the OfficeRnD record.
        if (person.left != PersonPlan::nobody || person.other == PersonPlan::nobody)
            entriesOf(Danger::NeedsDecision).push_back({index, Qt::Checked, {}});
        if (!onBoth)
            return;
    }
    Entry entry {index, Qt::Checked, valueChanges(*m_plan, person)};
    // The fields that are not in question are written all the same, so they are listed.
    if (person.state == PersonState::NeedsYou && entry.changes.empty())
        return;
    const auto earlier = leftOut.constFind(keyOf(person));
    if (earlier != leftOut.cend() && *earlier == entry.changes)
        entry.state = Qt::Unchecked;
    entriesOf(dangerOf(person, entry.changes)).push_back(std::move(entry));
}

std::vector<PlanModel::Entry> &PlanModel::entriesOf(Danger danger)
{
    return m_sections[static_cast<std::size_t>(danger)];
}

Danger PlanModel::dangerOf(const PersonPlan &person, const std::vector<ValueChange> &changes) const
{
    if (person.state == PersonState::New)
        return person.right == PersonPlan::nobody ? Danger::NewInHighLevel : Danger::NewInOfficeRnD;
    if (changes.empty())
        return Danger::LinkOnly;
    Danger worst = Danger::Fills;
    for (const ValueChange &change : changes) {
        if (change.before.isEmpty())
            continue;
        worst = std::min(worst, change.after.isEmpty() ? Danger::Erases : Danger::Replaces);
    }
    return worst;
}

PlanModel::Key PlanModel::keyOf(const PersonPlan &person) const
{
    Key key;
    if (person.left != PersonPlan::nobody)
        key.first = m_plan->left.people[static_cast<std::size_t>(person.left)].id;
    if (person.right != PersonPlan::nobody)
        key.second = m_plan->right.people[static_cast<std::size_t>(person.right)].id;
    return key;
}

QModelIndex PlanModel::section(Danger danger) const
{
    return createIndex(static_cast<int>(danger), What, quintptr {0});
}

int PlanModel::peopleIn(Danger danger) const
{
    return static_cast<int>(m_sections[static_cast<std::size_t>(danger)].size());
}

Qt::CheckState PlanModel::sectionState(Danger danger) const
{
    const auto &entries = m_sections[static_cast<std::size_t>(danger)];
    if (danger == Danger::NeedsDecision || entries.empty())
        return Qt::Unchecked;
    const auto ticked = std::count_if(entries.begin(), entries.end(), [](const Entry &entry) {
        return entry.state == Qt::Checked;
    });
    if (ticked == 0)
        return Qt::Unchecked;
    return static_cast<std::size_t>(ticked) == entries.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void PlanModel::setSection(Danger danger, Qt::CheckState state)
{
    std::vector<Entry> &entries = entriesOf(danger);
    if (danger == Danger::NeedsDecision || entries.empty())
        return;
    for (Entry &entry : entries)
        entry.state = state == Qt::Unchecked ? Qt::Unchecked : Qt::Checked;
    const QModelIndex parent = section(danger);
    Q_EMIT dataChanged(index(0, What, parent),
                       index(static_cast<int>(entries.size()) - 1, What, parent),
                       {Qt::CheckStateRole});
    announce(danger, -1);
}

void PlanModel::announce(Danger danger, int person)
{
    const QModelIndex parent = section(danger);
    if (person >= 0) {
        const QModelIndex changed = index(person, What, parent);
        Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    }
    Q_EMIT dataChanged(parent, parent, {Qt::CheckStateRole});
    Q_EMIT choicesChanged();
}

ChangeTally PlanModel::tally(Qt::CheckState least) const
{
    ChangeTally tally;
    tally.questions = m_plan ? static_cast<int>(m_plan->plan.questions.size()) : 0;
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        const auto danger = static_cast<Danger>(section);
        if (danger == Danger::NeedsDecision)
            continue;
        for (const Entry &entry : m_sections[section]) {
            if (entry.state < least)
                continue;
            PerSide<bool> touched;
            for (const ValueChange &change : entry.changes) {
                touched[change.side] = true;
                if (change.before.isEmpty())
                    ++tally.filled[change.side];
                else
                    ++(change.after.isEmpty() ? tally.erased : tally.replaced)[change.side];
            }
            if (danger == Danger::NewInHighLevel || danger == Danger::NewInOfficeRnD) {
                const Side side = danger == Danger::NewInHighLevel ? Side::Right : Side::Left;
                ++tally.created[side];
                tally.filled[side] -= static_cast<int>(entry.changes.size());
            } else if (danger == Danger::LinkOnly) {
                ++tally.linked;
            } else {
                for (Side side : bothSides)
                    tally.updated[side] += touched[side] ? 1 : 0;
            }
        }
    }
    return tally;
}

ChangeTally PlanModel::everything() const
{
    return tally(Qt::Unchecked);
}

ChangeTally PlanModel::chosen() const
{
    return tally(Qt::Checked);
}

ApplyRequest PlanModel::request() const
{
    ApplyRequest request;
    for (const auto &entries : m_sections) {
        for (const Entry &entry : entries) {
            if (entry.state == Qt::Unchecked)
                request.leftOut.insert(entry.person);
        }
    }
    return request;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr {0});
    if (parent.internalId() == 0)
        return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
    const quintptr person = static_cast<quintptr>(parent.row()) + 1;
    return createIndex(row, column, parent.internalId() | (person << personShift));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.internalId();
    if (!child.isValid() || id == 0)
        return {};
    if (id >> personShift == 0)
        return createIndex(static_cast<int>(sectionOf(id)), What, quintptr {0});
    return createIndex(static_cast<int>(entryOf(id)), What, id & 0xff);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return dangerCount;
    if (parent.column() != What)
        return 0;
    const quintptr id = parent.internalId();
    const auto row = static_cast<std::size_t>(parent.row());
    if (id == 0)
        return static_cast<int>(m_sections[row].size());
    if (id >> personShift != 0)
        return 0;
    const std::size_t changes = m_sections[sectionOf(id)][row].changes.size();
    return toldInOneLine(static_cast<Danger>(sectionOf(id)), changes) ? 0
                                                                      : static_cast<int>(changes);
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PlanModel::fieldTitle(quint16 row) const
{
    return m_plan->projection.row(row).title;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const quintptr id = index.internalId();
    const auto row = static_cast<std::size_t>(index.row());
    if (id == 0)
        return sectionData(static_cast<Danger>(index.row()), index.column(), role);
    const auto &entries = m_sections[sectionOf(id)];
    if (id >> personShift == 0)
        return personData(entries[row], static_cast<Danger>(sectionOf(id)), index.column(), role);
    return changeData(entries[entryOf(id)].changes[row], index.column(), role);
}

QVariant PlanModel::sectionData(Danger danger, int column, int role) const
{
    if (role == DangerRole)
        return static_cast<int>(danger);
    if (column != What)
        return {};
    if (role == Qt::DisplayRole)
        return tr("%1 (%2)", "section title and number of people")
            .arg(sectionTitle(danger), QLocale().toString(peopleIn(danger)));
    if (role == Qt::CheckStateRole && danger != Danger::NeedsDecision && peopleIn(danger) > 0)
        return sectionState(danger);
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QString PlanModel::summaryOf(const Entry &entry) const
{
    PerSide<int> fields;
    for (const ValueChange &change : entry.changes)
        ++fields[change.side];
    const int total = fields.left + fields.right;
    const QString where = fields.left > 0 && fields.right > 0
        ? tr("Both")
        : serviceName(fields.left > 0 ? Side::Left : Side::Right);
    if (total == 1)
        return tr("%1: 1 field").arg(where);
    return total == 0 ? QString() : tr("%1: %Ln fields", nullptr, total).arg(where);
}

QVariant PlanModel::personData(const Entry &entry, Danger danger, int column, int role) const
{
    const PersonPlan &person = m_plan->plan.people[static_cast<std::size_t>(entry.person)];
    if (role == DangerRole)
        return static_cast<int>(danger);
    if (role == PersonRole)
        return entry.person;
    if (column == What) {
        if (role == Qt::DisplayRole)
            return personName(*m_plan, person);
        if (role == Qt::CheckStateRole && danger != Danger::NeedsDecision)
            return entry.state;
        return {};
    }
    if (toldInOneLine(danger, entry.changes.size()))
        return changeData(entry.changes.front(), column, role);
    if (role != Qt::DisplayRole)
        return {};
    if (danger == Danger::NeedsDecision)
        return column == Why ? questionOf(person) : QString();
    if (column == Where)
        return summaryOf(entry);
    if (column == Why && person.basis != MatchBasis::StoredLink)
        return person.evidence.isEmpty() ? matchBasisText(person.basis) : person.evidence;
    return {};
}

QString PlanModel::questionOf(const PersonPlan &person) const
{
    if (person.question < 0)
        return {};
    const Question &question = m_plan->plan.questions[static_cast<std::size_t>(person.question)];
    return describe(question, m_plan.get()).question;
}

QVariant PlanModel::changeData(const ValueChange &change, int column, int role) const
{
    if (role == SideRole)
        return static_cast<int>(change.side);
    if (role == Qt::FontRole && (column == Before || column == After)) {
        QFont font;
        if (column == After)
            font.setBold(true);
        else if (!change.before.isEmpty())
            font.setStrikeOut(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (column) {
    case What:
        text = fieldTitle(change.row);
        break;
    case Where:
        text = tr("%1: %2", "HighLevel: Phone")
                   .arg(serviceName(change.side), fieldTitle(change.row));
        break;
    case Before:
        text = shown(change.before);
        break;
    case After:
        text = shown(change.after);
        break;
    case Why:
        text = reasonText(change.reason);
        break;
    default:
        break;
    }
    // A tool tip would show mark-up in a person's data; escaped text stays text.
    return role == Qt::ToolTipRole ? "<qt>"_L1 + text.toHtmlEscaped() + "</qt>"_L1 : text;
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != What)
        return false;
    const quintptr id = index.internalId();
    const auto state = static_cast<Qt::CheckState>(value.toInt());
    if (id == 0) {
        setSection(static_cast<Danger>(index.row()), state);
        return true;
    }
    const auto danger = static_cast<Danger>(sectionOf(id));
    if (id >> personShift != 0 || danger == Danger::NeedsDecision)
        return false;
    m_sections[sectionOf(id)][static_cast<std::size_t>(index.row())].state = state;
    announce(danger, index.row());
    return true;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == What && data(index, Qt::CheckStateRole).isValid())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Person");
    case Where:
        return tr("Change");
    case Before:
        return tr("Now");
    case After:
        return tr("Will be");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace twinbook
