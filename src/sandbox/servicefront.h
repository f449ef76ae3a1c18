// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "sandbox/faultplay.h"
#include "sandbox/faults.h"
#include "sandbox/http/loopbackserver.h"
#include "sandbox/requestlog.h"
#include "sandbox/veil.h"

namespace twinbook::sandbox {

//! One played service: takes requests, keeps state, answers. Knows nothing of sockets and faults.
class PlayedService
{
public:
    PlayedService() = default;
    PlayedService(const PlayedService &) = delete;
    PlayedService &operator=(const PlayedService &) = delete;
    virtual ~PlayedService();

    [[nodiscard]] virtual HttpReply handle(const HttpRequest &request) = 0;
    //! The service's usual error body with that status.
    [[nodiscard]] virtual HttpReply errorReply(const HttpRequest &request, int status,
                                               const QString &message) const = 0;
    //! The service's list without elements.
    [[nodiscard]] virtual HttpReply emptyList() const = 0;
    //! Everything it knows, for recall().
    [[nodiscard]] virtual QJsonObject memory() const = 0;
    //! What it would have answered when it knew that and nothing else.
    [[nodiscard]] virtual HttpReply recall(const QJsonObject &memory, const HttpRequest &request)
        = 0;
};

//! A played service on its port, with the faults and the log in between.
class ServiceFront final
{
public:
    //! None of the references is owned; all must outlive the front.
    ServiceFront(Side side, PlayedService &service, Bystanders bystanders, FaultPlan &faults,
                 RequestLog &log, const Clock &clock);

    [[nodiscard]] Result<> start(quint16 port) { return m_server.start(port); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] Veil &veil() { return m_veil; }

private:
    [[nodiscard]] Answer answer(const HttpRequest &request);

    Side m_side;
    PlayedService &m_service;
    FaultPlay m_play;
    FaultPlan &m_faults;
    RequestLog &m_log;
    const Clock &m_clock;
    Veil m_veil;
    LoopbackServer m_server;
};

} // namespace twinbook::sandbox
