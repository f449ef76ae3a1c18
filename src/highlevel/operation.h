// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/account.h"
#include "highlevel/endpoint.h"
#include "highlevel/wire.h"
#include "net/requestjob.h"

#include <functional>
#include <memory>

namespace twinbook::highlevel {

//! One call of one operation, put together step by step and ended by the step that makes its job.
//! The first broken rule becomes the job's error, and nothing is sent.
class Operation final
{
public:
    //! Ids that could mean something else in a path are refused.
    Operation(Account &account, const Endpoint &endpoint, const QStringList &ids = {});

    //! Adds to the query; empty values are left out.
    Operation &where(const QString &name, const QString &value);
    Operation &where(const QString &name, std::optional<int> value);
    Operation &body(const QJsonObject &body);
    Operation &content(const QByteArray &type, const QByteArray &bytes);
    //! `sentence` tells people what is wrong if it does not hold.
    Operation &require(bool holds, const QString &sentence);
    //! An id that stands in the query or the body.
    Operation &requireId(const QString &id);
    //! The zone of times that come without one.
    Operation &zoneless(const QTimeZone &zone);

    //! Makes the result with `read`, which must not refer to anything that may die before the job.
    template<class T>
    [[nodiscard]] std::unique_ptr<TypedJob<T>> as(
        std::function<T(const QJsonObject &, Reading &)> read) const
    {
        return std::make_unique<RequestJob<T>>(
            m_account.client, m_account.lane, outcome(),
            [read = std::move(read),
             context = context()](const Result<QJsonObject> &reply) -> Result<T> {
                if (!reply)
                    return Failure(explained(reply.error(), context));
                Reading reading {context.zone};
                T result = read(*reply, reading);
                if (const auto error = readingError(reading, *reply, context))
                    return Failure(*error);
                return result;
            });
    }

    //! The T under that name.
    template<class T>
    [[nodiscard]] std::unique_ptr<TypedJob<T>> one(QLatin1StringView name,
                                                   QLatin1StringView otherName = {}) const
    {
        return as<T>([name, otherName](const QJsonObject &reply, Reading &reading) {
            return readOne<T>(reply, name, otherName, reading);
        });
    }

    //! The whole reply as a T.
    template<class T>
    [[nodiscard]] std::unique_ptr<TypedJob<T>> whole() const
    {
        return as<T>([](const QJsonObject &reply, Reading &reading) {
            T value {};
            (void)fromWire(QJsonValue(reply), value, reading);
            return value;
        });
    }

    //! For replies that only say whether it was done, as `succeded`, `succeeded` or `success`
    //! (highlevel.md 2.9).
    [[nodiscard]] std::unique_ptr<TypedJob<void>> confirmed() const;

private:
    //! What a job needs to explain a failure after the operation is gone.
    struct Context
    {
        HttpRequest request;
        Subject subject = Subject::Person;
        QTimeZone zone;
    };

    [[nodiscard]] Context context() const { return {m_request, m_subject, m_zone}; }
    [[nodiscard]] Result<HttpRequest> outcome() const;
    [[nodiscard]] static Error explained(Error error, const Context &context);
    [[nodiscard]] static std::optional<Error> readingError(const Reading &reading,
                                                           const QJsonObject &reply,
                                                           const Context &context);

    Account &m_account;
    HttpRequest m_request;
    Subject m_subject;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_objection;
};

//! Sets Reading::refusal if the reply says in any spelling that nothing was done.
void readSuccess(const QJsonObject &reply, Reading &reading);

} // namespace twinbook::highlevel
