// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "sandbox/highlevel/service.h"
#include "sandbox/officernd/service.h"
#include "sandbox/webhooks/highlevelevents.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace twinbook::fuzz {

//! A time that moves only when it is told to.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::seconds by) { m_now = m_now.addSecs(by.count()); }

private:
    QDateTime m_now {QDate(2026, 11, 23), QTime(10, 0), Qt::UTC};
};

//! Both played services without their ports, each over a small world that is the same before each
//! request. Their webhook events are made and signed, and then lost.
class PlayedWorld
{
public:
    //! `world` is what a sandbox saves.
    explicit PlayedWorld(const QJsonObject &world);
    Q_DISABLE_COPY_MOVE(PlayedWorld)

    //! Answers as somebody who is signed in.
    [[nodiscard]] sandbox::HttpReply answer(Side side, sandbox::HttpRequest request);

    [[nodiscard]] const QJsonObject &world(Side side) const { return m_world[side]; }
    //! What the path of every operation begins with.
    [[nodiscard]] QString prefix(Side side) const;

private:
    void signIn();
    void loseEvents();
    [[nodiscard]] sandbox::PlayedService &service(Side side);
    void beginAnew(Side side);

    StandingClock m_clock;
    PerSide<QJsonObject> m_world;
    PerSide<QByteArray> m_bearer;
    sandbox::officernd::State m_left;
    sandbox::highlevel::State m_right;
    sandbox::FaultPlan m_faults;
    sandbox::EventPost m_post;
    sandbox::officernd::Service m_leftService;
    sandbox::highlevel::Service m_rightService;
    sandbox::HighLevelEvents m_rightEvents;
    int m_requests = 0;
};

//! "METHOD ADDRESS", headers, a blank line and the body, as hostile text has them.
[[nodiscard]] sandbox::HttpRequest requestIn(QByteArrayView text);

} // namespace twinbook::fuzz
