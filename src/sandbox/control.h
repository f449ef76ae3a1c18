// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "sandbox/http/loopbackserver.h"
#include "sandbox/served.h"

namespace twinbook::sandbox {

class Sandbox;

//! The sandbox as other programs steer it, over HTTP on this computer. Every request carries the
//! secret in the header X-Sandbox-Secret, so that no web page can steer it; without it the answer
//! is 401. Bodies are JSON objects; a refusal is {"error": sentence}. SIDE is officernd or
//! highlevel.
//!
//!   GET /faults, DELETE /faults     what was set up, with seen and hits; away with it
//!   POST /faults                    see faultFromJson()
//!   GET /faults/kinds               every kind with its target and description
//!   GET /requests, DELETE /requests the log and how each window of the allowances was used
//!   GET /quirks, PUT /quirks        {"officernd.long-page-is-refused": false, ...}; what is not
//!                                   named stays
//!   GET /clock, POST /clock         {"advanceMs": N}
//!   GET /people/SIDE[?find=TEXT]    ids
//!   POST /people/SIDE               adds a person, as do the next what a person does in the
//!   GET, PUT, DELETE /people/SIDE/ID     services' pages
//!   POST /people/SIDE/ID/merge      {"into": ID}
class Control final
{
public:
    //! `sandbox` is not owned and must outlive this.
    explicit Control(Sandbox &sandbox);

    [[nodiscard]] Result<> start(quint16 port) { return m_server.start(port); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] const QString &secret() const { return m_secret; }

    //! The answer to what came in through the port. An empty object says "done".
    [[nodiscard]] HttpReply answer(const HttpRequest &request);

private:
    [[nodiscard]] Served<QJsonObject> obey(const HttpRequest &request, const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> obeyFaults(const HttpRequest &request,
                                                 const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> obeyQuirks(const HttpRequest &request,
                                                 const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> obeyClock(const HttpRequest &request,
                                                const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> obeyPeople(const HttpRequest &request,
                                                 const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> obeyPerson(const HttpRequest &request, Side side,
                                                 const QJsonObject &body);

    Sandbox &m_sandbox;
    QString m_secret;
    LoopbackServer m_server;
};

} // namespace twinbook::sandbox
