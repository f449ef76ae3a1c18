// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <rapidcheck.h>

#include <iostream>
#include <string>
#include <utility>

namespace twinbook::testing {

//! Checks a law with RapidCheck, which prints its seed and, for a failure, how to repeat it.
//! RC_PARAMS="max_success=100000 seed=1" asks for more cases or for the same ones again; without
//! it there are `cases` of them.
template<class Testable>
[[nodiscard]] bool holds(const std::string &law, int cases, Testable &&testable)
{
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    if (!qgetenv("RC_PARAMS").contains("max_success"))
        params.maxSuccess = cases;
    rc::detail::TestMetadata metadata;
    metadata.id = law;
    metadata.description = law;
    std::cerr << law << ", seed " << params.seed << std::endl;
    const rc::detail::TestResult result
        = rc::detail::checkTestable(std::forward<Testable>(testable), metadata, params);
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << std::endl;
    return result.template is<rc::detail::SuccessResult>();
}

} // namespace twinbook::testing
