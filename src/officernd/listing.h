// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QList>

#include <memory>

namespace twinbook::officernd {

//! The rows of a list, each once.
template<class Row>
struct Listing
{
    QList<Row> rows {};
    //! Whether the filter by time was taken. A list that refuses it is read in full instead: every
    //! row is there, also those that did not change (officernd.md 7 item 5).
    enum class Reach : quint8 { AsAsked, Everything } reach = Reach::AsAsked;
    //! Whole only if the service's own row number agrees with the rows that came (officernd.md 7
    //! item 3). Absence from a listing that is not whole proves nothing.
    enum class Extent : quint8 { Whole, Partial } extent = Extent::Partial;
};

template<class Row>
using ListJob = std::unique_ptr<TypedJob<Listing<Row>>>;

} // namespace twinbook::officernd
