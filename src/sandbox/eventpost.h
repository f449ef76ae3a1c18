// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "sandbox/faults.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace twinbook::sandbox {

//! A webhook delivery of one of the services.
struct PostedEvent
{
    Side side = Side::Left;
    QString type; //!< such as "member.updated"; faults are aimed at it
    QUrl url;
    QByteArray body; //!< JSON
    QList<std::pair<QByteArray, QByteArray>> headers {};
};

//! Posts webhook events, one after the other in the order they were told, to this computer only:
//! an event for any other address is dropped, because practice people must not leave the house.
//! Whether it arrives is nobody's concern, and nothing is repeated: no rule for that is known of
//! one service (officernd.md 4), those for the other contradict each other (highlevel.md 4.5), and
//! a subscriber must live with a loss.
class EventPost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventPost)

public:
    //! `faults` is not owned and must outlive this.
    explicit EventPost(FaultPlan &faults, QObject *parent = nullptr);
    ~EventPost() override;

    void send(const PostedEvent &event);

    //! Called for an event that is to arrive before its change can be read, with how long.
    std::function<void(Side side, std::chrono::milliseconds lasting)> onEarly;

private:
    void postNext();

    FaultPlan &m_faults;
    QNetworkAccessManager m_network;
    QList<PostedEvent> m_waiting;
    QList<PostedEvent> m_late; //!< go out behind the next event
    bool m_busy = false;
};

} // namespace twinbook::sandbox
