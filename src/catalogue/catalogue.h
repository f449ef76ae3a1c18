// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operation.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace twinbook {

//! What of the catalogue is asked for; what is not set does not matter.
struct OperationFilter
{
    QString text {}; //!< words that must all appear, in any case, in name, group, path or sentence
    std::optional<Side> service {};
    std::optional<OperationUse> use {};
};

//! All operations and events of both services, in the order of the table
//! resources/catalogue/operations.json (officernd.md 6 and 4.1, highlevel.md 6).
class Catalogue
{
public:
    //! The table that is built in.
    [[nodiscard]] static Result<Catalogue> load();
    //! Reads a table. An error of kind Bug names the first row that cannot be used: the table is
    //! ours, so that no person can do anything about it.
    [[nodiscard]] static Result<Catalogue> parse(const QByteArray &table);

    [[nodiscard]] const QList<Operation> &operations() const { return m_operations; }
    //! The row of that name, or nullptr. The pointer lives as long as the catalogue.
    [[nodiscard]] const Operation *find(const QString &name) const;
    [[nodiscard]] QList<Operation> filter(const OperationFilter &filter) const;

private:
    QList<Operation> m_operations;
};

[[nodiscard]] bool matches(const Operation &operation, const OperationFilter &filter);

} // namespace twinbook
