// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"
#include "sandbox/records/bodyrules.h"
#include "sandbox/served.h"

namespace twinbook::sandbox::highlevel {

//! Bodies that write a contact: what may stand in them and what they do (highlevel.md 2.1).

enum class ContactWrite : quint8 {
    Create,
    Update,
    Upsert,
    Page, //!< by a person in the service's own pages, who may change more than a PUT
};

//! Refuses what the validators refuse, with 422 and every complaint.
[[nodiscard]] Served<> checkContactBody(const QJsonObject &body, ContactWrite kind,
                                        const State &state);

//! `contact` with the body's members set. Absent members stay; null and "" clear, since nobody
//! knows which of them does. A phone that is not an international number and an unknown custom
//! field are dropped without a word. Tags replace; custom fields merge by id.
[[nodiscard]] QJsonObject written(const QJsonObject &contact, const QJsonObject &body,
                                  State &state);

} // namespace twinbook::sandbox::highlevel
