// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <utility>

namespace twinbook::sandbox {

//! Posts events to one address on this computer. Each is sent once: the services' plans of
//! repetition contradict each other (highlevel.md 4.5), and a subscriber must live with a loss.
//! Several travel at the same time, so that, as in the world, their order is not kept.
class WebhookSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookSender)

public:
    explicit WebhookSender(QObject *parent = nullptr);
    ~WebhookSender() override;

    //! An empty address ends it. InvalidInput for one that is not on this computer.
    [[nodiscard]] Result<> setAddress(const QUrl &address);
    [[nodiscard]] bool hasAddress() const { return !m_address.isEmpty(); }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    //! Returns at once. Nothing happens without an address.
    void post(const QByteArray &body, const Headers &headers);

private:
    QNetworkAccessManager m_network;
    QUrl m_address;
};

} // namespace twinbook::sandbox
