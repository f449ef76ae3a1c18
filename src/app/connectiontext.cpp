// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/connectiontext.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Connection)
};

ConnectionLine writingLine(Side side, ConnectionReport::Writing writing)
{
    switch (writing) {
    case ConnectionReport::Writing::Allowed:
        return {ConnectionLine::State::Good, Tr::tr("Can change people")};
    case ConnectionReport::Writing::NotAllowed:
        return {ConnectionLine::State::Warning,
                Tr::tr("Cannot change people. You can still sync from %1 to %2.")
                    .arg(serviceName(side), serviceName(opposite(side)))};
    case ConnectionReport::Writing::Unknown:
        return {ConnectionLine::State::Good,
                Tr::tr("Whether it may change people shows with the first change you apply")};
    }
    Q_UNREACHABLE();
}

ConnectionOutcome::Field fieldOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return ConnectionOutcome::Field::Secret;
    case ErrorKind::NotFound:
    case ErrorKind::Forbidden:
    case ErrorKind::InvalidInput:
        return ConnectionOutcome::Field::Address;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::Rejected:
    case ErrorKind::BadReply:
    case ErrorKind::ServerFault:
    case ErrorKind::Storage:
    case ErrorKind::KeyringAbsent:
    case ErrorKind::KeyringLocked:
    case ErrorKind::Cancelled:
    case ErrorKind::Bug:
        return ConnectionOutcome::Field::None;
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionOutcome connectedOutcome(Side side, const ConnectionReport &report)
{
    ConnectionOutcome outcome;
    outcome.verdict = ConnectionOutcome::Verdict::Connected;
    outcome.accountName = report.accountName;
    outcome.lines
        = {{ConnectionLine::State::Good, Tr::tr("Signed in to \"%1\"").arg(report.accountName)},
           {ConnectionLine::State::Good,
            Tr::tr("Can read %1 people").arg(QLocale().toString(report.peopleCount))},
           writingLine(side, report.writing)};
    return outcome;
}

ConnectionOutcome refusedOutcome(const Error &error)
{
    ConnectionOutcome outcome;
    // What a person stopped is no fault.
    const auto state = error.kind == ErrorKind::Cancelled ? ConnectionLine::State::Warning
                                                          : ConnectionLine::State::Bad;
    outcome.lines = {{state, error.message}};
    outcome.field = fieldOf(error.kind);
    return outcome;
}

} // namespace twinbook
