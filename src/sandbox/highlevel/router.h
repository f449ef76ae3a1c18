// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"

#include <optional>
#include <vector>

namespace twinbook::sandbox::highlevel {

//! Finds the operation of a request.
class Router
{
public:
    void add(const Operations &operations);

    struct Found
    {
        const Operation *operation = nullptr; //!< lives as long as the router is not added to
        QStringList ids; //!< what stands for the "*" of its path
    };
    //! Of several paths that fit, the one with the fewest "*". Nothing if none does or the
    //! version does not know it.
    [[nodiscard]] std::optional<Found> find(const HttpRequest &request, Dialect dialect) const;

private:
    struct Route
    {
        QStringList path;
        Operation operation;
    };
    std::vector<Route> m_routes;
};

} // namespace twinbook::sandbox::highlevel
