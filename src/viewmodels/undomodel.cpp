// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/undomodel.h"

#include "viewmodels/undotext.h"

#include <QFont>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

// Where an index stands: sections carry 0, people their section + 1, values additionally the
// person's position + 1 in the upper half.
constexpr int personShift = 8;

constexpr UndoSection sectionOf(quintptr id)
{
    return static_cast<UndoSection>((id & 0xff) - 1);
}

constexpr std::size_t entryOf(quintptr id)
{
    return (id >> personShift) - 1;
}

constexpr bool mayChoose(UndoSection section)
{
    return section != UndoSection::Kept && section != UndoSection::AlreadyBack;
}

QString sectionTitle(UndoSection section)
{
    switch (section) {
    case UndoSection::PutBack:
        return UndoModel::tr("Put back");
    case UndoSection::Unlinked:
        return UndoModel::tr("Added people stay, but are no longer linked");
    case UndoSection::LinkedAgain:
        return UndoModel::tr("Linked again");
    case UndoSection::Kept:
        return UndoModel::tr("Stays as it is");
    case UndoSection::AlreadyBack:
        return UndoModel::tr("As before already");
    }
    return {};
}

UndoSection placeOf(const UndoPerson &person)
{
    const auto has = [&person](UndoVerdict verdict) {
        return std::any_of(person.fields.begin(), person.fields.end(),
                           [verdict](const UndoField &field) { return field.verdict == verdict; });
    };
    if (has(UndoVerdict::PutBack))
        return UndoSection::PutBack;
    if (person.pairing == UndoPairing::Unlink)
        return UndoSection::Unlinked;
    if (person.pairing == UndoPairing::LinkAgain)
        return UndoSection::LinkedAgain;
    const bool isBack
        = std::all_of(person.fields.begin(), person.fields.end(), [](const UndoField &field) {
              return field.verdict == UndoVerdict::AlreadyBack;
          });
    return isBack ? UndoSection::AlreadyBack : UndoSection::Kept;
}

//! The values of somebody who was added stay with them: of those the person's own line tells.
std::vector<UndoField> shownFields(const UndoPerson &person)
{
    std::vector<UndoField> shown = person.fields;
    if (person.pairing != UndoPairing::Stays)
        std::erase_if(shown, [](const UndoField &field) {
            return field.verdict == UndoVerdict::StaysCreated;
        });
    std::stable_partition(shown.begin(), shown.end(), [](const UndoField &field) {
        return field.verdict == UndoVerdict::PutBack;
    });
    return shown;
}

} // namespace

UndoModel::UndoModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void UndoModel::setUndo(const PreparedUndoPtr &undo, const QHash<FieldId, QString> &titles)
{
    QSet<Key> leftOut;
    for (const std::vector<Entry> &section : m_sections) {
        for (const Entry &entry : section) {
            if (entry.state == Qt::Unchecked)
                leftOut.insert({person(entry).ids.left, person(entry).ids.right});
        }
    }
    beginResetModel();
    m_undo = undo;
    m_titles = titles;
    for (std::vector<Entry> &section : m_sections)
        section.clear();
    for (std::size_t i = 0; undo && i < undo->plan.people.size(); ++i) {
        const UndoPerson &one = undo->plan.people[i];
        Entry entry {static_cast<int>(i), Qt::Checked, shownFields(one)};
        const UndoSection place = placeOf(one);
        if (mayChoose(place) && leftOut.contains({one.ids.left, one.ids.right}))
            entry.state = Qt::Unchecked;
        m_sections[static_cast<std::size_t>(place)].push_back(std::move(entry));
    }
    endResetModel();
    Q_EMIT choicesChanged();
}

const UndoPerson &UndoModel::person(const Entry &entry) const
{
    return m_undo->plan.people[static_cast<std::size_t>(entry.person)];
}

const std::vector<UndoModel::Entry> &UndoModel::entries(UndoSection section) const
{
    return m_sections[static_cast<std::size_t>(section)];
}

//! A single change is told in the person's own line, without a line below; what becomes of a pair
//! needs that line for itself.
bool UndoModel::toldInOneLine(UndoSection section, const Entry &entry) const
{
    const bool ownsLine = section == UndoSection::Unlinked || section == UndoSection::LinkedAgain
        || person(entry).pairing != UndoPairing::Stays;
    return entry.fields.size() == 1 && !ownsLine;
}

QModelIndex UndoModel::section(UndoSection section) const
{
    return createIndex(static_cast<int>(section), What, quintptr {0});
}

int UndoModel::peopleIn(UndoSection section) const
{
    return static_cast<int>(entries(section).size());
}

int UndoModel::chosenPeople() const
{
    int chosen = 0;
    for (int i = 0; i < undoSectionCount; ++i) {
        const auto place = static_cast<UndoSection>(i);
        if (!mayChoose(place))
            continue;
        chosen += static_cast<int>(
            std::count_if(entries(place).begin(), entries(place).end(),
                          [](const Entry &entry) { return entry.state == Qt::Checked; }));
    }
    return chosen;
}

ApplyRequest UndoModel::request() const
{
    ApplyRequest request;
    for (const std::vector<Entry> &section : m_sections) {
        for (const Entry &entry : section) {
            if (entry.state == Qt::Unchecked)
                request.leftOut.insert(entry.person);
        }
    }
    return request;
}

Qt::CheckState UndoModel::stateOf(UndoSection section) const
{
    const std::vector<Entry> &people = entries(section);
    const auto ticked = std::count_if(people.begin(), people.end(), [](const Entry &entry) {
        return entry.state == Qt::Checked;
    });
    if (ticked == 0)
        return Qt::Unchecked;
    return static_cast<std::size_t>(ticked) == people.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void UndoModel::setSection(UndoSection place, Qt::CheckState state)
{
    std::vector<Entry> &people = m_sections[static_cast<std::size_t>(place)];
    for (Entry &entry : people)
        entry.state = state == Qt::Unchecked ? Qt::Unchecked : Qt::Checked;
    const QModelIndex parent = section(place);
    Q_EMIT dataChanged(index(0, What, parent), index(peopleIn(place) - 1, What, parent),
                       {Qt::CheckStateRole});
    Q_EMIT dataChanged(parent, parent, {Qt::CheckStateRole});
    Q_EMIT choicesChanged();
}

QModelIndex UndoModel::index(int row, int column, const QModelIndex &parent) const
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

QModelIndex UndoModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.internalId();
    if (!child.isValid() || id == 0)
        return {};
    if (id >> personShift == 0)
        return section(sectionOf(id));
    return createIndex(static_cast<int>(entryOf(id)), What, id & 0xff);
}

int UndoModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return undoSectionCount;
    if (parent.column() != What)
        return 0;
    const quintptr id = parent.internalId();
    if (id == 0)
        return peopleIn(static_cast<UndoSection>(parent.row()));
    if (id >> personShift != 0)
        return 0;
    const Entry &entry = entries(sectionOf(id))[static_cast<std::size_t>(parent.row())];
    return toldInOneLine(sectionOf(id), entry) ? 0 : static_cast<int>(entry.fields.size());
}

int UndoModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant UndoModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const quintptr id = index.internalId();
    const auto row = static_cast<std::size_t>(index.row());
    if (id == 0)
        return sectionData(static_cast<UndoSection>(index.row()), index.column(), role);
    const std::vector<Entry> &people = entries(sectionOf(id));
    if (id >> personShift == 0)
        return personData(sectionOf(id), people[row], index.column(), role);
    return fieldData(people[entryOf(id)].fields[row], index.column(), role);
}

QVariant UndoModel::sectionData(UndoSection section, int column, int role) const
{
    if (role == SectionRole)
        return static_cast<int>(section);
    if (column != What)
        return {};
    if (role == Qt::DisplayRole)
        return tr("%1 (%2)", "section title and number of people")
            .arg(sectionTitle(section), QLocale().toString(peopleIn(section)));
    if (role == Qt::CheckStateRole && mayChoose(section) && peopleIn(section) > 0)
        return stateOf(section);
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant UndoModel::personData(UndoSection section, const Entry &entry, int column, int role) const
{
    if (role == SectionRole)
        return static_cast<int>(section);
    if (column == What) {
        if (role == Qt::DisplayRole)
            return person(entry).name;
        if (role == Qt::CheckStateRole && mayChoose(section))
            return entry.state;
        return {};
    }
    if (toldInOneLine(section, entry))
        return fieldData(entry.fields.front(), column, role);
    if (role == Qt::DisplayRole && column == Why)
        return pairingReason(person(entry).pairing);
    if (role != Qt::DisplayRole || column != Where)
        return {};
    const auto fields = static_cast<int>(entry.fields.size());
    return fields == 0 ? QString()
        : fields == 1  ? tr("1 field")
                       : tr("%Ln fields", nullptr, fields);
}

QString UndoModel::fieldText(const UndoField &field, int column) const
{
    const auto shown = [](const FieldValue &value) {
        return value.isEmpty() ? tr("(empty)") : value.toDisplay();
    };
    const ChangeEntry &change = m_undo->entries.at(field.entry);
    const QString title = m_titles.value(change.field, change.field);
    switch (column) {
    case What:
        return title;
    case Where:
        return tr("%1: %2", "HighLevel: Phone").arg(serviceName(change.side), title);
    case Now:
        return field.verdict == UndoVerdict::PersonGone ? QString() : shown(field.now);
    case WillBe:
        return field.verdict == UndoVerdict::PutBack ? shown(change.before) : tr("stays");
    case Why:
        return verdictText(field.verdict);
    default:
        return {};
    }
}

QVariant UndoModel::fieldData(const UndoField &field, int column, int role) const
{
    const bool isKept = field.verdict != UndoVerdict::PutBack;
    if (role == SideRole)
        return static_cast<int>(m_undo->entries.at(field.entry).side);
    if (role == KeptRole)
        return isKept;
    if (role == Qt::FontRole && (column == Now || column == WillBe) && !isKept) {
        QFont font;
        if (column == WillBe)
            font.setBold(true);
        else if (!field.now.isEmpty())
            font.setStrikeOut(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString text = fieldText(field, column);
    // A tool tip would show mark-up in a person's data; escaped text stays text.
    return role == Qt::ToolTipRole ? "<qt>"_L1 + text.toHtmlEscaped() + "</qt>"_L1 : text;
}

bool UndoModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !data(index, role).isValid())
        return false;
    const quintptr id = index.internalId();
    const auto state = static_cast<Qt::CheckState>(value.toInt());
    if (id == 0) {
        setSection(static_cast<UndoSection>(index.row()), state);
        return true;
    }
    m_sections[static_cast<std::size_t>(sectionOf(id))][static_cast<std::size_t>(index.row())].state
        = state;
    const QModelIndex parent = index.parent();
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT dataChanged(parent, parent, {role});
    Q_EMIT choicesChanged();
    return true;
}

Qt::ItemFlags UndoModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (data(index, Qt::CheckStateRole).isValid())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant UndoModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Person");
    case Where:
        return tr("Change");
    case Now:
        return tr("Now");
    case WillBe:
        return tr("Will be");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace twinbook
