// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/listquery.h"

namespace twinbook::sandbox::officernd {

//! A collection that can be listed: its records, what may be asked, and remembered answers.
class Listing
{
public:
    //! `table` is not owned and must outlive the listing.
    Listing(const RecordTable &table, ListRules rules);

    //! The envelope {rangeStart, rangeEnd, cursorNext, cursorPrev, results}. A cursor that leads
    //! nowhere is absent, as on the wire (officernd.md 7 item 2).
    [[nodiscard]] Served<QJsonObject> page(const HttpRequest &request);
    //! {total}, and groups if $countBy names one of `groupable`.
    [[nodiscard]] Served<QJsonObject> count(const HttpRequest &request,
                                            const QStringList &groupable);

private:
    [[nodiscard]] const SortedRows &rows(const ListQuery &query);

    const RecordTable &m_table;
    ListRules m_rules;
    SortedRowsCache m_cache;
};

} // namespace twinbook::sandbox::officernd
