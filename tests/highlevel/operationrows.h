// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/client.h"

#include <QList>

#include <functional>

namespace twinbook::test {

//! One operation, asked once: what has to go out, and an answer like the vendor's examples.
struct OperationRow
{
    const char *name;
    std::function<Result<>(HighLevelClient &)> ask;
    const char *method;
    const char *target;
    const char *body = ""; //!< JSON, or nothing
    const char *answer = "{}";
    const char *version = "2021-07-28";
};

[[nodiscard]] QList<OperationRow> contactRows();
[[nodiscard]] QList<OperationRow> accountRows();
[[nodiscard]] QList<OperationRow> calendarRows();

} // namespace twinbook::test
