// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/eventpost.h"
#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! The registered webhooks and what is posted to them (officernd.md 4).
class Webhooks : public Collection
{
public:
    //! None of the references is owned; all must outlive this.
    Webhooks(State &state, EventPost &post);

    void addTo(Routes &routes);

    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! Posts the event to every enabled webhook that asked for its type.
    void tell(const Event &event);

private:
    EventPost &m_post;
};

//! The 40 types of officernd.md 4.1.
[[nodiscard]] const QStringList &webhookEventTypes();

//! The value of officernd-signature: "t=<seconds>,signature=<hex>", the HMAC-SHA256 of the body, a
//! dot and the seconds, in this order.
[[nodiscard]] QByteArray webhookSignature(const QByteArray &secret, const QByteArray &body,
                                          qint64 seconds);

} // namespace twinbook::sandbox::officernd
