// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"
#include "sandbox/records/bodyrules.h"

namespace twinbook::sandbox::highlevel {

//! "Custom Fields V2": definitions and folders for companies, not for contacts (highlevel.md 2.6).
class CompanyFields
{
public:
    //! `state` is not owned and must outlive this.
    explicit CompanyFields(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> writeFolder(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<QJsonObject> find(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> accepted(const Call &call, const FieldRules &rules,
                                               const QStringList &required) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
