// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/peopletable.h"

#include <QAbstractTableModel>
#include <QCache>

#include <array>
#include <optional>

namespace twinbook {

//! The table of people, one row for each person, OfficeRnD's half first. Rows are read from the
//! database by the page when they are looked at, so 100,000 people cost no more than 200.
class PeopleTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleTableModel)

public:
    enum Column {
        LeftName,
        LeftEmail,
        LeftPhone,
        LeftCompany,
        Change,
        RightName,
        RightEmail,
        RightPhone,
        RightCompany,
        ColumnCount,
    };
    enum Role {
        StateRole = Qt::UserRole, //!< int, a RowState
        MissingRole, //!< bool: the person is not on the side of this column
    };
    using Counts = std::array<int, 7>; //!< by RowState

    //! `database` must outlive the model.
    explicit PeopleTableModel(const Database &database, QObject *parent = nullptr);
    ~PeopleTableModel() override;

    [[nodiscard]] const PeopleQuery &query() const { return m_query; }
    void setQuery(const PeopleQuery &query);
    //! Reads everything again.
    void reload();
    //! One person has been written: shows the new state where the row is on screen. The number of
    //! rows stays until reload(), so that nothing jumps under the mouse.
    void markWritten(qint64 key, RowState state);

    //! How many people there are in each state, whatever the query.
    [[nodiscard]] Counts counts() const { return m_counts; }
    //! The person in that row, if it can be read.
    [[nodiscard]] std::optional<PeopleRow> person(int row) const;
    //! The row of the same person after a reload, looked for on the page around `near`; -1 if it
    //! is not there.
    [[nodiscard]] int rowOf(const PeopleRow &person, int near) const;
    //! The side that a column belongs to; none for the middle.
    [[nodiscard]] static std::optional<Side> sideOf(int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void countsChanged();
    //! The table could not be read; it is shown empty.
    void readFailed(const twinbook::Error &error);

private:
    static constexpr int pageSize = 200;
    static constexpr int pagesKept = 12;

    [[nodiscard]] const QList<PeopleRow> *page(int number) const;

    PeopleTable m_table;
    PeopleQuery m_query;
    Counts m_counts {};
    int m_rowCount = 0;
    //! Least recently used pages fall out.
    mutable QCache<int, QList<PeopleRow>> m_pages {pagesKept};
};

} // namespace twinbook
