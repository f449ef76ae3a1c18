// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace twinbook::test {

//! Both services in a process of their own (`twinbookctl sandbox serve`), looked at from outside:
//! plain requests, with nothing of the product's clients in between.
class ServedSandbox
{
public:
    explicit ServedSandbox(const QStringList &options);
    ~ServedSandbox();
    ServedSandbox(const ServedSandbox &) = delete;
    ServedSandbox &operator=(const ServedSandbox &) = delete;

    //! Whether it came up; every other function needs that.
    [[nodiscard]] bool isUp() const { return !m_announcement.isEmpty(); }
    //! A member of the announcement, such as "location" or "clientSecret".
    [[nodiscard]] QString told(const QString &name) const;

    //! Everybody, paged to the end, in the service's own words. HighLevel's index tells names in
    //! lower case; contact() does not.
    [[nodiscard]] QList<QJsonObject> people(Side side);
    [[nodiscard]] QJsonObject contact(const QString &id);
    //! What the control port answers; see sandbox::Control.
    [[nodiscard]] QJsonObject steer(const QByteArray &method, const QString &path,
                                    const QJsonObject &body = {});
    //! Changes or, with an empty id, adds a person; false if the service refused.
    [[nodiscard]] bool write(Side side, const QString &id, const QJsonObject &fields);

private:
    [[nodiscard]] QJsonObject send(const QByteArray &method, const QUrl &url,
                                   const QByteArray &token, const QByteArray &body,
                                   const QByteArray &type = "application/json");
    [[nodiscard]] QByteArray officeRnDToken();
    [[nodiscard]] QUrl officeRnD(const QString &path) const;
    [[nodiscard]] QUrl highLevel(const QString &path) const;

    QProcess m_process;
    QJsonObject m_announcement;
    QNetworkAccessManager m_network;
    QByteArray m_token;
    int m_status = 0; //!< of the last reply
};

} // namespace twinbook::test
