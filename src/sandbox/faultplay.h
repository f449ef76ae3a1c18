// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "sandbox/faults.h"
#include "sandbox/http/loopbackserver.h"

#include <QHash>

#include <functional>

namespace twinbook::sandbox {

class PlayedService;

//! What others do to a service at the same time, which a fault can bring about.
struct Bystanders
{
    std::function<void()> revokeTokens;
    //! Merges that person into any other; nothing happens if there is no such person.
    std::function<void(const QString &id)> mergeAway;
};

//! Answers requests in the way of a fault.
class FaultPlay
{
public:
    //! `service` is not owned and must outlive this.
    FaultPlay(Side side, PlayedService &service, Bystanders bystanders);

    [[nodiscard]] Answer answer(const Fault &fault, const HttpRequest &request);
    //! To be told of every list that was answered without a fault: a stale one is told again.
    void remember(const HttpRequest &request, const HttpReply &reply);

private:
    [[nodiscard]] std::optional<Answer> byConnection(const Fault &fault,
                                                     const HttpRequest &request);
    [[nodiscard]] std::optional<HttpReply> byRefusal(const Fault &fault,
                                                     const HttpRequest &request);
    [[nodiscard]] std::optional<HttpReply> byForm(Fault::Kind kind, const HttpRequest &request);
    [[nodiscard]] std::optional<HttpReply> byOthers(Fault::Kind kind, const HttpRequest &request);
    [[nodiscard]] HttpReply byContent(Fault::Kind kind, const HttpRequest &request);
    [[nodiscard]] HttpReply staleList(const HttpRequest &request);
    [[nodiscard]] HttpReply usedUp(const HttpRequest &request, const QByteArray &window);

    Side m_side;
    PlayedService &m_service;
    Bystanders m_bystanders;
    //! The last reply to each list request, and the last page that was shown at each path.
    QHash<QByteArray, HttpReply> m_lists;
    QHash<QString, HttpReply> m_lastPages;
};

} // namespace twinbook::sandbox
