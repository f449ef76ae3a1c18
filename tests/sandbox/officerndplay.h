// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpclient.h"
#include "movableclock.h"

namespace twinbook::sandbox {

//! OfficeRnD with its invented people and a client that may do everything, at a time that stands
//! still.
class OfficerndPlay
{
public:
    OfficerndPlay();

    [[nodiscard]] Sandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] HttpClient &client() { return m_client; }
    //! Moves time and signs in anew, because the token may have expired.
    void passTime(std::chrono::milliseconds by);

    //! `path` below the organisation.
    [[nodiscard]] Response get(const QString &path) { return m_client.officernd("GET", path); }
    [[nodiscard]] Response post(const QString &path, const QJsonObject &body = {})
    {
        return m_client.officernd("POST", path, body);
    }
    [[nodiscard]] Response put(const QString &path, const QJsonObject &body)
    {
        return m_client.officernd("PUT", path, body);
    }
    [[nodiscard]] Response remove(const QString &path)
    {
        return m_client.officernd("DELETE", path);
    }
    //! The results of a list; none if it was refused.
    [[nodiscard]] QJsonArray list(const QString &path);
    [[nodiscard]] QString firstId(const QString &path);
    //! The id of the first result whose member has that value.
    [[nodiscard]] QString idWhere(const QString &path, const QString &member,
                                  const QJsonValue &value);
    //! The id of a new member without company.
    [[nodiscard]] QString newMember(const QString &name);
    [[nodiscard]] QString status(const QString &member);

private:
    MovableClock m_clock;
    Sandbox m_sandbox;
    HttpClient m_client;
};

} // namespace twinbook::sandbox
