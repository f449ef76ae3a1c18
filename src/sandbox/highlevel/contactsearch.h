// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/records/sortedrows.h"
#include "sandbox/served.h"

namespace twinbook::sandbox::highlevel {

//! The ways to list contacts: the search index and the deprecated list.
class ContactSearch
{
public:
    //! `state` is not owned and must outlive this.
    explicit ContactSearch(State &state)
        : m_state(state)
    { }

    //! POST /contacts/search (highlevel.md 2.3): what the index knows, total included.
    [[nodiscard]] Served<QJsonObject> search(const QJsonObject &body);
    //! GET /contacts/ (highlevel.md 2.4): what is stored, newest first.
    [[nodiscard]] Served<QJsonObject> list(const HttpRequest &request);

private:
    State &m_state;
    SortedRowsCache m_searches;
    SortedRowsCache m_lists;
};

} // namespace twinbook::sandbox::highlevel
