// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QAbstractItemModel>
#include <QHash>

#include <array>
#include <vector>

namespace twinbook {

//! What an undo does with a person; the sections of its preview in this order.
enum class UndoSection : quint8 {
    PutBack, //!< at least one value gets what was there before
    Unlinked, //!< the run had added one of the records: both stay, unlinked
    LinkedAgain,
    Kept, //!< nothing is done: changed since, gone, or not to be changed any more
    AlreadyBack,
};
inline constexpr int undoSectionCount = 5;

//! A prepared undo as a tree of sections, people and values, in which a person chooses who takes
//! part. Sections are always there, also when they are empty. People who were left out stay left
//! out when the same undo is prepared again.
class UndoModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoModel)

public:
    enum Column { What, Where, Now, WillBe, Why, ColumnCount };
    enum Role {
        SectionRole = Qt::UserRole, //!< UndoSection as int
        SideRole, //!< Side as int, for a change of one side only; otherwise invalid
        KeptRole, //!< bool: this value stays as it is
    };

    explicit UndoModel(QObject *parent = nullptr);

    //! `titles` are what people call the mapping rows. nullptr shows nothing.
    void setUndo(const PreparedUndoPtr &undo, const QHash<FieldId, QString> &titles);
    [[nodiscard]] const PreparedUndoPtr &undo() const { return m_undo; }

    [[nodiscard]] QModelIndex section(UndoSection section) const;
    [[nodiscard]] int peopleIn(UndoSection section) const;
    [[nodiscard]] int chosenPeople() const; //!< of whom something is done
    //! What the ticks mean to the engine.
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
        int person = 0; //!< position in UndoPlan::people
        Qt::CheckState state = Qt::Checked;
        std::vector<UndoField> fields; //!< that are shown
    };
    using Key = std::pair<RemoteId, RemoteId>;

    [[nodiscard]] const UndoPerson &person(const Entry &entry) const;
    [[nodiscard]] const std::vector<Entry> &entries(UndoSection section) const;
    [[nodiscard]] bool toldInOneLine(UndoSection section, const Entry &entry) const;
    [[nodiscard]] Qt::CheckState stateOf(UndoSection section) const;
    void setSection(UndoSection section, Qt::CheckState state);
    [[nodiscard]] QVariant sectionData(UndoSection section, int column, int role) const;
    [[nodiscard]] QVariant personData(UndoSection section, const Entry &entry, int column,
                                      int role) const;
    [[nodiscard]] QVariant fieldData(const UndoField &field, int column, int role) const;
    [[nodiscard]] QString fieldText(const UndoField &field, int column) const;

    PreparedUndoPtr m_undo;
    QHash<FieldId, QString> m_titles;
    std::array<std::vector<Entry>, undoSectionCount> m_sections;
};

} // namespace twinbook
