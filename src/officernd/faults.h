// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"

#include <QString>

#include <span>

namespace twinbook::officernd {

//! What a refusal of the API means. Its status codes mislead: a missing permission is a 401 like
//! an expired sign-in, and a 500 is often permanent (officernd.md 5).
class ApiFaults final : public FaultReader
{
public:
    explicit ApiFaults(QString organization)
        : m_organization(std::move(organization))
    { }
    [[nodiscard]] Error read(const Fault &fault) const override;
    [[nodiscard]] Again again(const Fault &fault) const override;

private:
    QString m_organization;
};

//! What is known about sending a refused request again, by status and message.
[[nodiscard]] std::span<const RefusalRow> knownRefusals();

//! What a refusal at the identity host means: Forbidden for a permission that is not granted,
//! Unauthorized for a wrong client ID or secret.
class IdentityFaults final : public FaultReader
{
public:
    [[nodiscard]] Error read(const Fault &fault) const override;
};

} // namespace twinbook::officernd
