// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace twinbook {

//! The closed list of what can go wrong outside our own code. Code branches on this; people
//! read Error::message.
enum class ErrorKind : quint8 {
    Network, //!< no connection, reset, name not found, TLS refused
    Timeout, //!< nothing came back in time; a write may have happened
    Unauthorized, //!< the credentials are wrong, revoked or expired: sign in again
    Forbidden, //!< signed in, but this may not be done (missing permission, other account)
    NotFound, //!< the record, organisation or location is not there
    Conflict, //!< the service refuses a second record with the same e-mail or phone
    RateLimited, //!< too many requests; Error::retryAfter says when to come back
    Rejected, //!< the service understood and said no to the content
    BadReply, //!< not JSON, half a reply, a missing member, too large
    ServerFault, //!< the service failed; a write may have happened
    Storage, //!< database, disk, file
    KeyringAbsent, //!< the computer has no password store
    KeyringLocked, //!< the password store is there, but locked
    InvalidInput, //!< what a person or a file gave us cannot be used
    Cancelled, //!< stopped on request
    Bug, //!< a broken promise of our own that was caught
};

//! What went wrong, for code, for people and for support.
//! `message` is one or two full sentences in the user's language: what happened, to whom, what to
//! do. `detail` is technical (method, path, status, trace id), already redacted, and shown only
//! under Details.
struct Error
{
    ErrorKind kind = ErrorKind::Bug;
    QString message;
    QString detail;
    //! HTTP status if a reply came; never shown outside Details.
    std::optional<int> httpStatus {};
    //! How long the service asked us to wait.
    std::optional<std::chrono::milliseconds> retryAfter {};
    //! For Conflict: the record that already has the e-mail or phone (highlevel.md 2.2).
    RemoteId existing {};

    friend bool operator==(const Error &, const Error &) = default;
};

//! Whether the same request may succeed later without anybody changing anything.
[[nodiscard]] bool isRetryable(ErrorKind kind);

//! Whether a write that ended this way may have taken effect all the same. HighLevel has answered
//! 422 to a create that had happened (highlevel.md 2.2), so a rejected create is among them;
//! `ErrorKind::Conflict` and everything before the request left is not.
[[nodiscard]] bool leavesWriteUnknown(const Error &error);

//! Stable lower-case name for logs, JSON and the database, such as "rate-limited".
[[nodiscard]] QString errorKindName(ErrorKind kind);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Error)
