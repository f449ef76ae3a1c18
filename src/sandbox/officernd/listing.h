// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/listquery.h"
#include "sandbox/officernd/state.h"

namespace twinbook::sandbox::officernd {

//! A collection that can be listed: its records, what may be asked, and remembered answers.
class Listing
{
public:
    //! How a stored document is shown.
    using Shape = std::function<QJsonObject(const QJsonObject &)>;

    //! `state` and `table` are not owned and must outlive the listing.
    Listing(const State &state, const RecordTable &table, ListRules rules, Shape shape = {});

    //! The envelope {rangeStart, rangeEnd, cursorNext, cursorPrev, results}. A cursor that leads
    //! nowhere is absent as on the wire (Quirk::LastPageHasNoCursor), or null as in the
    //! documentation (officernd.md 7 item 2).
    [[nodiscard]] Served<QJsonObject> page(const HttpRequest &request);
    //! {total}, and groups if $countBy names one of `groupable`.
    [[nodiscard]] Served<QJsonObject> count(const HttpRequest &request,
                                            const QStringList &groupable);

private:
    [[nodiscard]] const SortedRows &rows(const ListQuery &query);

    const State &m_state;
    const RecordTable &m_table;
    ListRules m_rules;
    Shape m_shape;
    SortedRowsCache m_cache;
};

} // namespace twinbook::sandbox::officernd
