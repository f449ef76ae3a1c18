// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

namespace twinbook {

bool isRetryable(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Rejected:
    case ErrorKind::BadReply:
    case ErrorKind::Storage:
    case ErrorKind::KeyringAbsent:
    case ErrorKind::KeyringLocked:
    case ErrorKind::InvalidInput:
    case ErrorKind::Cancelled:
    case ErrorKind::Bug:
        return false;
    }
    Q_UNREACHABLE();
}

bool leavesWriteUnknown(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::BadReply:
    case ErrorKind::ServerFault:
    case ErrorKind::Cancelled:
        return true;
    case ErrorKind::Rejected:
        return error.httpStatus == 422;
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
    case ErrorKind::KeyringAbsent:
    case ErrorKind::KeyringLocked:
    case ErrorKind::InvalidInput:
    case ErrorKind::Bug:
        return false;
    }
    Q_UNREACHABLE();
}

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return QStringLiteral("network");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorKind::Rejected:
        return QStringLiteral("rejected");
    case ErrorKind::BadReply:
        return QStringLiteral("bad-reply");
    case ErrorKind::ServerFault:
        return QStringLiteral("server-fault");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::KeyringAbsent:
        return QStringLiteral("keyring-absent");
    case ErrorKind::KeyringLocked:
        return QStringLiteral("keyring-locked");
    case ErrorKind::InvalidInput:
        return QStringLiteral("invalid-input");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Bug:
        return QStringLiteral("bug");
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
