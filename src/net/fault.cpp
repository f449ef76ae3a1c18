// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/fault.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct NetText
{
    Q_DECLARE_TR_FUNCTIONS(NetText)
};

Error transportError(const Fault &fault, const QString &service)
{
    switch (fault.transport) {
    case TransportFault::None:
        break;
    case TransportFault::NotSent:
    case TransportFault::ConnectionLost:
        return faultError(
            fault, ErrorKind::Network,
            NetText::tr(
                "%1 cannot be reached. Check this computer's internet connection and try again.")
                .arg(service));
    case TransportFault::TlsRefused:
        return faultError(
            fault, ErrorKind::Forbidden,
            NetText::tr(
                "The connection to %1 is not safe, so nothing was sent. Your network may be "
                "intercepting it. Try another network, or ask the person who looks after yours.")
                .arg(service));
    case TransportFault::TimedOut:
        return faultError(
            fault, ErrorKind::Timeout,
            NetText::tr("%1 did not answer in time. Try again in a few minutes.").arg(service));
    case TransportFault::TooLarge:
        return faultError(
            fault, ErrorKind::BadReply,
            NetText::tr("%1 sent far more than was asked for, so the answer was not read.")
                .arg(service));
    case TransportFault::RedirectRefused:
        return faultError(
            fault, ErrorKind::BadReply,
            NetText::tr(
                "%1 pointed to another address. Twinbook did not follow, so that your sign-in "
                "stays safe. Check the address in the connection settings.")
                .arg(service));
    }
    return faultError(fault, ErrorKind::Bug, NetText::tr("%1 could not be asked.").arg(service));
}

Error statusError(const Fault &fault, const QString &service)
{
    if (fault.status == 429) {
        return faultError(
            fault, ErrorKind::RateLimited,
            NetText::tr("%1 allows no more requests for now. Try again later.").arg(service));
    }
    if (fault.status == 401) {
        return faultError(
            fault, ErrorKind::Unauthorized,
            NetText::tr("%1 no longer accepts the saved sign-in. Sign in again.").arg(service));
    }
    if (fault.status == 403) {
        return faultError(
            fault, ErrorKind::Forbidden,
            NetText::tr("%1 does not allow this with the saved sign-in.").arg(service));
    }
    if (fault.status == 404) {
        return faultError(fault, ErrorKind::NotFound,
                          NetText::tr("%1 has no such record any more.").arg(service));
    }
    if (fault.status == 408 || fault.status == 504) {
        return faultError(
            fault, ErrorKind::Timeout,
            NetText::tr("%1 did not answer in time. Try again in a few minutes.").arg(service));
    }
    if (fault.status >= 500) {
        return faultError(
            fault, ErrorKind::ServerFault,
            NetText::tr("%1 has a problem of its own at the moment. Try again in a few minutes.")
                .arg(service));
    }
    return faultError(fault, ErrorKind::Rejected,
                      fault.serviceMessage.isEmpty()
                          ? NetText::tr("%1 did not accept this change.").arg(service)
                          : NetText::tr("%1 did not accept this change. It says: “%2”")
                                .arg(service, fault.serviceMessage));
}

} // namespace

FaultReader::~FaultReader() = default;

Again FaultReader::again(const Fault &fault) const
{
    return againByKind(read(fault).kind);
}

QString serviceMessage(const QJsonObject &body)
{
    const QJsonValue message = body.value("message"_L1);
    if (message.isString())
        return message.toString();
    if (message.isArray()) {
        QStringList lines;
        const QJsonArray elements = message.toArray();
        for (const auto line : elements)
            lines.append(line.toString());
        return lines.join("; "_L1);
    }
    const QString description = body.value("error_description"_L1).toString();
    if (!description.isEmpty())
        return description;
    return body.value("error"_L1).toObject().value("message"_L1).toString();
}

Error commonError(const Fault &fault, const QString &service)
{
    switch (fault.stage) {
    case FaultStage::Allowance:
        return faultError(
            fault, ErrorKind::RateLimited,
            NetText::tr("%1 allows Twinbook no more requests for now, or the rest of today is kept "
                        "for what you do yourself. Nothing was sent. Try again later.")
                .arg(service));
    case FaultStage::Transport:
        return transportError(fault, service);
    case FaultStage::Status:
        return statusError(fault, service);
    case FaultStage::ContentType:
        return faultError(
            fault, ErrorKind::BadReply,
            NetText::tr(
                "Something other than %1 answered. If your network asks you to sign in first, do "
                "that in a browser and try again.")
                .arg(service));
    case FaultStage::Json:
    case FaultStage::Shape:
        return faultError(
            fault, ErrorKind::BadReply,
            NetText::tr("The answer from %1 arrived incomplete, so it was not used. Try again.")
                .arg(service));
    }
    Q_UNREACHABLE();
}

Error faultError(const Fault &fault, ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.detail = fault.technical;
    if (fault.status != 0)
        error.httpStatus = fault.status;
    error.retryAfter = fault.retryAfter;
    return error;
}

} // namespace twinbook
