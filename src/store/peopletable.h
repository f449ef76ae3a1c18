// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "store/database.h"
#include "sync/plan.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>

#include <array>

namespace twinbook {

//! The six states of a plan, and those that only a run can bring about.
enum class RowState : quint8 { InSync, Link, New, Changed, NeedsYou, LeftOut, Failed };

//! What one half of the window's table shows.
struct RowHalf
{
    RemoteId id {}; //!< empty: not there
    QString name {};
    QString email {};
    QString phone {};
    QString company {};
    friend bool operator==(const RowHalf &, const RowHalf &) = default;
};

//! One person in the window's table.
struct PeopleRow
{
    qint64 key = 0; //!< position in the plan + 1
    RowState state = RowState::InSync;
    PerSide<RowHalf> halves {};
    int toLeft = 0; //!< fields that OfficeRnD will get
    int toRight = 0;
    QString note {}; //!< sentence of a failure, or the fields in question
    friend bool operator==(const PeopleRow &, const PeopleRow &) = default;
};

//! What the table shows: which states, which words, in which order.
struct PeopleQuery
{
    QSet<RowState> states {}; //!< empty: all
    QString search {}; //!< words; accents and case ignored; name, e-mail, phone digits, company
    //! Name: as people expect it, without regard to case, "Desk 2" before "Desk 10", without a
    //! name last. State: what needs attention first (failed, needs you, changed, new, link, left
    //! out, in sync), by name within.
    enum class Order : quint8 { Name, State } order = Order::Name;
    friend bool operator==(const PeopleQuery &, const PeopleQuery &) = default;
};

//! The table of people, written after each plan and paged from there by the window, so that
//! 100,000 people open within a second. Searched with FTS5.
class PeopleTable
{
public:
    explicit PeopleTable(const Database &database);

    //! Writes little where little changed: rows whose names and words stay as they are keep their
    //! place, and of these only what differs is written.
    [[nodiscard]] Result<> replaceAll(const QList<PeopleRow> &rows);
    [[nodiscard]] Result<> setState(qint64 key, RowState state, const QString &note);
    [[nodiscard]] Result<int> count(const PeopleQuery &query) const;
    [[nodiscard]] Result<QList<PeopleRow>> page(const PeopleQuery &query, int offset,
                                                int limit) const;
    [[nodiscard]] Result<std::array<int, 7>> countsByState() const; //!< indexed by RowState

private:
    struct RowDigests
    {
        QByteArray words;
        QByteArray rest;
    };
    using Digests = QHash<qint64, RowDigests>; //!< by key

    [[nodiscard]] Result<> rewrite(const QList<PeopleRow> &rows);
    [[nodiscard]] Result<> updateRest(const Digests &stored, const QList<PeopleRow> &rows);
    [[nodiscard]] Result<Digests> digests() const;
    [[nodiscard]] static bool sameWords(const Digests &stored, const QList<PeopleRow> &rows);

    const Database &m_database;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::PeopleRow)
