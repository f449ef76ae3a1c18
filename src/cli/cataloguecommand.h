// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/catalogue.h"
#include "cli/command.h"

namespace twinbook::cli {

//! `catalogue list` and `catalogue show`: what both services can be asked for. Needs no account.
class CatalogueCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueCommand)

public:
    //! Lists what the filter lets through.
    CatalogueCommand(Context context, OperationFilter filter);
    //! Shows the one of that name.
    CatalogueCommand(Context context, QString name);

    void run() override;

private:
    void list(const Catalogue &catalogue);
    void show(const Operation &operation);

    const OperationFilter m_filter;
    const QString m_name;
};

//! InvalidInput with a sentence if there is no such row. `catalogue` must outlive the result.
[[nodiscard]] Result<const Operation *> namedOperation(const Catalogue &catalogue,
                                                       const QString &name);

} // namespace twinbook::cli
