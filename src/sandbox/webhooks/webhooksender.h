// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sandbox/eventpost.h"

namespace twinbook::sandbox {

//! Sends events to one address on this computer, through the post of both services.
class WebhookSender
{
public:
    //! `post` is not owned and must outlive this.
    explicit WebhookSender(EventPost &post)
        : m_post(post)
    { }

    //! An empty address ends it. InvalidInput for one that is not on this computer.
    [[nodiscard]] Result<> setAddress(const QUrl &address);
    [[nodiscard]] bool hasAddress() const { return !m_address.isEmpty(); }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    //! Returns at once. Nothing happens without an address.
    void post(const QString &type, const QByteArray &body, const Headers &headers);

private:
    EventPost &m_post;
    QUrl m_address;
};

} // namespace twinbook::sandbox
