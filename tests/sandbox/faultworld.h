// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpclient.h"
#include "rawclient.h"

namespace twinbook::sandbox {

//! A sandbox with one fault to set up, asked over bare connections.
struct FaultWorld
{
    explicit FaultWorld(Fault::Kind fault);

    void setUp(const FaultAim &aim = {});
    //! `linger` as for rawExchange(); `path` below the organisation.
    [[nodiscard]] RawReply ask(const QByteArray &method, const QString &path,
                               const QJsonObject &body = {}, int linger = 0);
    [[nodiscard]] RawReply get(const QString &path) { return ask("GET", path); }
    //! Changes the person with the fault in the way.
    [[nodiscard]] RawReply rename(int linger = 0);
    [[nodiscard]] bool isRenamed() const;
    [[nodiscard]] QString path() const; //!< of the person
    [[nodiscard]] QJsonObject stored() const { return sandbox.person(Side::Left, RemoteId(id)); }
    //! The second page of ten; the first goes to `before`.
    [[nodiscard]] RawReply secondPage();
    [[nodiscard]] static QJsonArray rows(const RawReply &reply);

    Sandbox sandbox;
    HttpClient client;
    Fault::Kind kind;
    QByteArray token;
    QJsonObject person;
    QString id;
    QJsonArray before;
};

} // namespace twinbook::sandbox
