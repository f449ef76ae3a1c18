// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "sandbox/faults.h"

#include <QDateTime>
#include <QJsonObject>

namespace twinbook::sandbox {

class PlayedService;

//! Lets an event be heard before its change can be read (Fault::Kind::EventEarly): as long as the
//! veil is down, every reading is answered as it would have been before. Whoever made the change
//! was told of it all the same. A search index that lags has caught up when the veil lifts.
class Veil
{
public:
    //! None of the references is owned; all must outlive the veil.
    Veil(Side side, PlayedService &service, const FaultPlan &faults, const Clock &clock)
        : m_side(side)
        , m_service(service)
        , m_faults(faults)
        , m_clock(clock)
    { }

    //! To be told of whatever may change something: costs nothing unless such a fault waits.
    void beforeChange();
    //! Comes down over the last change, for that time of the service's clock.
    void drop(std::chrono::milliseconds lasting);
    //! What a reading is answered while it is down.
    [[nodiscard]] std::optional<HttpReply> answer(const HttpRequest &request);

private:
    [[nodiscard]] bool isDown() const { return m_until.isValid() && m_clock.now() < m_until; }

    Side m_side;
    PlayedService &m_service;
    const FaultPlan &m_faults;
    const Clock &m_clock;
    QJsonObject m_before;
    QDateTime m_until;
};

} // namespace twinbook::sandbox
