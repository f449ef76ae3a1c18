// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"

#include <QString>

#include <span>

namespace twinbook::highlevel {

//! What a refusal means, by status and message together: a 401 has five meanings, a 400 may be a
//! duplicate or a missing record (highlevel.md 5).
class ApiFaults final : public FaultReader
{
public:
    explicit ApiFaults(QString locationId)
        : m_locationId(std::move(locationId))
    { }
    [[nodiscard]] Error read(const Fault &fault) const override;
    [[nodiscard]] Again again(const Fault &fault) const override;

private:
    [[nodiscard]] Error refusedSignIn(const Fault &fault) const;
    [[nodiscard]] Error notFound(const Fault &fault) const;

    QString m_locationId;
};

//! What is known about sending a refused request again, by status and message.
[[nodiscard]] std::span<const RefusalRow> knownRefusals();

} // namespace twinbook::highlevel
