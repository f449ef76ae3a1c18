// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/replyreader.h"

#include "core/redact.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A service's own words can be long and are shown to people: one paragraph is enough.
constexpr qsizetype longestServiceMessage = 300;

bool isJson(const HttpResponse &response)
{
    const QByteArray type = response.headers.value("Content-Type"_ba).toLower();
    return type.startsWith("application/json"_ba) || type.contains("+json"_ba);
}

Fault faultOf(FaultStage stage, const HttpRequest &request, const TransportReply &reply)
{
    Fault fault;
    fault.stage = stage;
    fault.transport = reply.fault;
    fault.status = reply.response.status;
    fault.method = request.method;
    fault.permission = request.permission;
    return fault;
}

QString technicalLine(const HttpRequest &request, const Fault &fault, const QString &what)
{
    QString line = requestLabel(request);
    if (fault.status != 0)
        line += " -> "_L1 + QString::number(fault.status);
    const QString trace = fault.body.value("traceId"_L1).toString();
    if (!trace.isEmpty())
        line += ", trace "_L1 + trace;
    if (!what.isEmpty())
        line += ": "_L1 + what;
    return redacted(line);
}

Fault statusFault(const HttpRequest &request, const TransportReply &reply, const QDateTime &now)
{
    Fault fault = faultOf(FaultStage::Status, request, reply);
    fault.retryAfter = reply.response.headers.retryAfter(now);
    if (isJson(reply.response))
        fault.body = QJsonDocument::fromJson(reply.response.body).object();
    fault.serviceMessage = serviceMessage(fault.body).left(longestServiceMessage);
    fault.technical = technicalLine(request, fault, fault.serviceMessage);
    return fault;
}

} // namespace

tl::expected<QJsonObject, Fault> readReply(const HttpRequest &request, const TransportReply &reply,
                                           const QDateTime &now)
{
    const auto failed = [&](FaultStage stage, const QString &what) {
        Fault fault = faultOf(stage, request, reply);
        fault.technical = technicalLine(request, fault, what);
        return tl::unexpected(fault);
    };

    if (reply.fault != TransportFault::None)
        return failed(FaultStage::Transport, reply.detail);

    const HttpResponse &response = reply.response;
    if (response.status < 200 || response.status > 299)
        return tl::unexpected(statusFault(request, reply, now));
    if (response.body.isEmpty() && request.expected.isEmpty())
        return QJsonObject();
    if (!isJson(response)) {
        return failed(FaultStage::ContentType,
                      u"content type "_s
                          + QString::fromLatin1(response.headers.value("Content-Type"_ba)));
    }

    QJsonParseError parsing {};
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &parsing);
    if (parsing.error != QJsonParseError::NoError || !document.isObject()) {
        return failed(FaultStage::Json,
                      u"%1 at byte %2 of %3"_s.arg(parsing.errorString())
                          .arg(parsing.offset)
                          .arg(response.body.size()));
    }
    const QJsonObject object = document.object();
    for (const ExpectedMember &member : request.expected) {
        if (object.value(member.name).type() != member.type)
            return failed(FaultStage::Shape, u"no usable member "_s + member.name);
    }
    return object;
}

} // namespace twinbook
