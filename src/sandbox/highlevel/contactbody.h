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

//! The body as far as it may be written; 422 with every complaint for what the validators refuse.
[[nodiscard]] Served<QJsonObject> acceptedContactBody(const QJsonObject &body, ContactWrite kind,
                                                      const State &state);

//! `contact` with the body's members set. Absent members stay; "" clears, and so does null, if
//! Quirk::HighLevelNullClears holds. With Quirk::PhoneBecomesE164 a phone that is not an
//! international number is dropped without a word, as is an unknown custom field. Tags replace;
//! custom fields merge by id, if Quirk::CustomFieldsMerge holds.
[[nodiscard]] QJsonObject written(const QJsonObject &contact, const QJsonObject &body,
                                  State &state);

} // namespace twinbook::sandbox::highlevel
