// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/changetally.h"
#include "viewmodels/valuechange.h"

#include <QAbstractItemModel>
#include <QHash>

#include <array>
#include <vector>

namespace twinbook {

//! What the most dangerous change of a person does; the sections of the preview in this order.
enum class Danger : quint8 {
    Erases, //!< a value becomes empty
    Replaces, //!< a value is overwritten by another
    Fills, //!< only empty values are filled
    NewInHighLevel,
    NewInOfficeRnD,
    LinkOnly, //!< recognised, no data changes
    NeedsDecision, //!< takes no part until a person has decided
};
inline constexpr int dangerCount = 7;

//! A plan as a tree of sections, people and values, in which a person chooses who takes part.
//! Sections are always there, in the order of Danger, also when they are empty. Choices are kept
//! when a new plan holds the same change for the same person.
class PlanModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanModel)

public:
    enum Column { What, Where, Before, After, Why, ColumnCount };
    enum Role {
        DangerRole = Qt::UserRole, //!< Danger as int
        SideRole, //!< Side as int, for a change of one side only; otherwise invalid
        PersonRole, //!< position in Plan::people; invalid for sections
    };

    explicit PlanModel(QObject *parent = nullptr);

    void setPlan(const PreparedPlanPtr &plan);
    [[nodiscard]] const PreparedPlanPtr &plan() const { return m_plan; }

    [[nodiscard]] QModelIndex section(Danger danger) const;
    [[nodiscard]] int peopleIn(Danger danger) const;
    //! "Leave these out" and its reverse.
    void setSection(Danger danger, Qt::CheckState state);
    [[nodiscard]] Qt::CheckState sectionState(Danger danger) const;

    [[nodiscard]] ChangeTally everything() const; //!< what the plan holds
    [[nodiscard]] ChangeTally chosen() const; //!< what is ticked
    //! What the ticks mean to the engine: the unticked people, no limit, nothing confirmed.
    [[nodiscard]] ApplyRequest request() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void choicesChanged();

private:
    struct Entry
    {
        int person = 0;
        Qt::CheckState state = Qt::Checked;
        std::vector<ValueChange> changes;
    };
    using Key = std::pair<RemoteId, RemoteId>;

    void addPerson(int index, const QHash<Key, std::vector<ValueChange>> &leftOut);
    [[nodiscard]] std::vector<Entry> &entriesOf(Danger danger);
    [[nodiscard]] Danger dangerOf(const PersonPlan &person,
                                  const std::vector<ValueChange> &changes) const;
    [[nodiscard]] Key keyOf(const PersonPlan &person) const;
    [[nodiscard]] ChangeTally tally(Qt::CheckState least) const;
    [[nodiscard]] QString fieldTitle(quint16 row) const;
    [[nodiscard]] QVariant sectionData(Danger danger, int column, int role) const;
    [[nodiscard]] QVariant personData(const Entry &entry, Danger danger, int column,
                                      int role) const;
    [[nodiscard]] QVariant changeData(const ValueChange &change, int column, int role) const;
    [[nodiscard]] QString summaryOf(const Entry &entry) const;
    [[nodiscard]] QString questionOf(const PersonPlan &person) const;
    void announce(Danger danger, int person);

    PreparedPlanPtr m_plan;
    std::array<std::vector<Entry>, dangerCount> m_sections;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Danger)
