// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <utility>

namespace twinbook {

enum class RawMethod : quint8 { Get, Post, Put, Delete };

//! "GET", "POST", "PUT" or "DELETE".
[[nodiscard]] QString rawMethodName(RawMethod method);

//! Whether a request leaves everything as it is. Not told by the method: searches are sent as POST.
enum class RawEffect : quint8 { Reads, Writes };

//! One request that a person composed, below the connected account: neither host nor credentials.
struct RawRequest
{
    RawMethod method = RawMethod::Get;
    QStringList path {}; //!< segments, not encoded; an empty last one ends in "/"
    QList<std::pair<QString, QString>> query {}; //!< not encoded
    QByteArray body {}; //!< JSON, or empty
    RawEffect effect = RawEffect::Writes;
    //! The service's own name of the permission it needs; empty if that is not known.
    QString permission {};

    friend bool operator==(const RawRequest &, const RawRequest &) = default;
};

//! What came back, whatever its status. All of it is hostile text. Credentials have been taken out.
struct RawReply
{
    int status = 0;
    QList<std::pair<QString, QString>> headers {}; //!< those that say something; never a cookie
    QString body {};
    std::chrono::milliseconds duration {}; //!< from the last sending to the end of the reply
    QString traceId {}; //!< for the service's own support; may be empty

    friend bool operator==(const RawReply &, const RawReply &) = default;
};

using RawReplyJob = TypedJob<RawReply>;

//! The port for requests that a person composed. Implemented beside PeopleService by both
//! services, on the same allowance and the same sign-in.
class RawRequests
{
public:
    RawRequests() = default;
    RawRequests(const RawRequests &) = delete;
    RawRequests &operator=(const RawRequests &) = delete;
    virtual ~RawRequests();

    //! What the service calls the connected account: organisation or sub-account id.
    [[nodiscard]] virtual QString accountId() const = 0;
    //! A job that has not started; the service must outlive it. A reply of any status is a result.
    //! An error means that there is no reply: then leavesWriteUnknown() tells about a write. A
    //! write is sent once and never again; a read is repeated only to renew a refused sign-in.
    [[nodiscard]] virtual std::unique_ptr<RawReplyJob> sendRaw(const RawRequest &request) = 0;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::RawRequest)
Q_DECLARE_METATYPE(twinbook::RawReply)
