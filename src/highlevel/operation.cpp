// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/operation.h"

#include "core/redact.h"
#include "core/side.h"
#include "highlevel/rules.h"
#include "net/fault.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

struct OperationText
{
    Q_DECLARE_TR_FUNCTIONS(OperationText)
};

QString missingSentence(Subject subject)
{
    switch (subject) {
    case Subject::Person:
        return OperationText::tr("This person is no longer in HighLevel.");
    case Subject::Task:
        return OperationText::tr("This task is no longer in HighLevel: it was deleted there, or "
                                 "its person was.");
    case Subject::Note:
        return OperationText::tr("This note is no longer in HighLevel: it was deleted there, or "
                                 "its person was.");
    case Subject::Tag:
        return OperationText::tr("This tag is no longer among the tags of your HighLevel account.");
    case Subject::Field:
        return OperationText::tr("This custom field or value is no longer in HighLevel. Look under "
                                 "Settings, Custom Fields.");
    case Subject::Business:
        return OperationText::tr("This company is no longer in HighLevel.");
    case Subject::User:
        return OperationText::tr("HighLevel has no such user any more.");
    case Subject::Event:
        return OperationText::tr("This calendar or appointment is no longer in HighLevel.");
    case Subject::Automation:
        return OperationText::tr("The person, or this workflow or campaign, is no longer in "
                                 "HighLevel.");
    case Subject::Account:
        return OperationText::tr("HighLevel has no such account. Check the Location ID in the "
                                 "connection settings.");
    }
    Q_UNREACHABLE();
}

} // namespace

Operation::Operation(Account &account, const Endpoint &endpoint, const QStringList &ids)
    : m_account(account)
    , m_request(endpoint.request(ids))
    , m_subject(endpoint.subject)
{
    for (const QString &id : ids)
        requireId(id);
}

Operation &Operation::where(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_request.query.append({name, value});
    return *this;
}

Operation &Operation::where(const QString &name, std::optional<int> value)
{
    return value ? where(name, QString::number(*value)) : *this;
}

Operation &Operation::body(const QJsonObject &body)
{
    return content("application/json"_ba, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Operation &Operation::content(const QByteArray &type, const QByteArray &bytes)
{
    m_request.contentType = type;
    m_request.body = bytes;
    return *this;
}

Operation &Operation::require(bool holds, const QString &sentence)
{
    if (!holds && m_objection.isEmpty())
        m_objection = sentence;
    return *this;
}

Operation &Operation::requireId(const QString &id)
{
    return require(isPlainId(id),
                   OperationText::tr("An identifier has an unexpected form, so nothing was sent to "
                                     "HighLevel."));
}

Operation &Operation::zoneless(const QTimeZone &zone)
{
    m_zone = zone;
    return *this;
}

std::unique_ptr<TypedJob<void>> Operation::confirmed() const
{
    return std::make_unique<RequestJob<void>>(
        m_account.client, m_account.lane, outcome(),
        [context = context()](const Result<QJsonObject> &reply) -> Result<> {
            if (!reply)
                return Failure(explained(reply.error(), context));
            Reading reading;
            readSuccess(*reply, reading);
            if (const auto error = readingError(reading, *reply, context))
                return Failure(*error);
            return {};
        });
}

Result<HttpRequest> Operation::outcome() const
{
    if (m_objection.isEmpty())
        return m_request;
    return Failure(
        Error {.kind = ErrorKind::InvalidInput,
               .message = m_objection,
               .detail = u"not sent: "_s + QString::fromLatin1(methodName(m_request.method))});
}

Error Operation::explained(Error error, const Context &context)
{
    if (error.kind == ErrorKind::NotFound)
        error.message = missingSentence(context.subject);
    return error;
}

std::optional<Error> Operation::readingError(const Reading &reading, const QJsonObject &reply,
                                             const Context &context)
{
    if (reading.problems.isEmpty() && reading.refusal.isEmpty())
        return std::nullopt;
    Fault fault;
    fault.stage = FaultStage::Shape;
    fault.method = context.request.method;
    fault.permission = context.request.permission;
    QString technical = requestLabel(context.request);
    if (const QString trace = reply.value("traceId"_L1).toString(); !trace.isEmpty())
        technical += ", trace "_L1 + trace;
    if (!reading.problems.isEmpty())
        technical += ": no usable "_L1 + reading.problems.first();
    fault.technical = redacted(technical);
    if (!reading.problems.isEmpty())
        return commonError(fault, serviceName(Side::Right));
    return faultError(fault, ErrorKind::Rejected, reading.refusal);
}

void readSuccess(const QJsonObject &reply, Reading &reading)
{
    static constexpr std::array spellings {"succeded"_L1, "succeeded"_L1, "success"_L1};
    for (const auto name : spellings) {
        const QJsonValue told = reply.value(name);
        bool done = true;
        if (isTold(told) && !fromWire(told, done, reading))
            reading.problems.append(name);
        if (!done && reading.refusal.isEmpty())
            reading.refusal = OperationText::tr("HighLevel answered that it did not do this. Look "
                                                "at it in HighLevel and try again.");
    }
}

} // namespace twinbook::highlevel
