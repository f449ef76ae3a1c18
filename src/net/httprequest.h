// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/lane.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace twinbook {

enum class HttpMethod : quint8 { Get, Post, Put, Delete };

[[nodiscard]] QByteArray methodName(HttpMethod method);

//! Whether a request may be sent again when nobody knows whether it arrived. A creation may not:
//! neither service has an idempotency key (officernd.md 7 item 15, highlevel.md 2.2).
enum class Repetition : quint8 { Safe, Unsafe };

//! A member that a reply must have to be believed.
struct ExpectedMember
{
    QString name;
    QJsonValue::Type type = QJsonValue::Object;
};

using QueryItems = QList<std::pair<QString, QString>>;

//! What a client wants to be asked, as a value, so that a retry sends the same bytes. It knows
//! neither the host nor the credentials; HttpClient adds both.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    QStringList path; //!< segments below the base URL, not encoded; an empty last one ends in "/"
    QueryItems query; //!< not encoded
    QByteArray body;
    QByteArray contentType;
    Repetition repetition = Repetition::Safe;
    //! The service's own name of the permission this needs, for the sentence when it is missing.
    QString permission;
    QList<ExpectedMember> expected;
    //! Most requests are pages and writes of a run nobody waits for. What a person has just asked
    //! for says so.
    Lane lane = Lane::Background;
};

[[nodiscard]] HttpRequest getRequest(const QStringList &path, const QueryItems &query = {});
//! POST, PUT or DELETE with a JSON body.
[[nodiscard]] HttpRequest jsonRequest(HttpMethod method, const QStringList &path,
                                      const QJsonObject &body);
//! POST of a form, as token endpoints want it. In the lane of people, because everything else
//! waits for a sign-in.
[[nodiscard]] HttpRequest formRequest(const QStringList &path, const QueryItems &form);

//! The absolute address. A segment that would climb ("..") or is empty before the end is hostile
//! or a mistake and gives ErrorKind::InvalidInput.
[[nodiscard]] Result<QUrl> requestUrl(const QUrl &baseUrl, const HttpRequest &request);

//! "GET members/5f.." for logs: no host, no query.
[[nodiscard]] QString requestLabel(const HttpRequest &request);

} // namespace twinbook
