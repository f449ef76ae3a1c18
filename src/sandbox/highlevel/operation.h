// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/served.h"

#include <QJsonArray>

#include <functional>
#include <optional>

namespace twinbook::sandbox::highlevel {

//! What the Version header asks for: one of the dated versions, or v3 (highlevel.md 1.7).
enum class Dialect : quint8 { Dated, Version3 };

//! What a token was given out for; an operation takes one kind (highlevel.md 6.1).
enum class TokenKind : quint8 { Location, Company };

//! A status and an object that still lacks its traceId, or one of the few lists that have none.
struct Outcome
{
    int status = 200;
    QJsonObject object {};
    std::optional<QJsonArray> list {}; //!< instead of the object
};

//! One request on its way to its operation.
class Call
{
public:
    //! The request is not owned and must outlive the call.
    Call(const HttpRequest &request, QStringList ids, Dialect dialect)
        : m_request(request)
        , m_ids(std::move(ids))
        , m_dialect(dialect)
    { }

    //! What stands in the place of the path's n-th "*".
    [[nodiscard]] QString id(qsizetype position = 0) const { return m_ids.value(position); }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    //! A query parameter, or `fallback` if it is missing.
    [[nodiscard]] QString query(const QString &name, const QString &fallback = {}) const
    {
        return m_request.queryValue(name).value_or(fallback);
    }
    //! 400 if the body is no JSON object.
    [[nodiscard]] Served<QJsonObject> body() const;
    //! 400 if the body is no JSON list of objects.
    [[nodiscard]] Served<QJsonArray> list() const;
    //! The body as a JSON object, whether it came as JSON or as a form.
    [[nodiscard]] Served<QJsonObject> formOrBody() const;

private:
    const HttpRequest &m_request;
    QStringList m_ids;
    Dialect m_dialect;
};

//! One operation of the service.
struct Operation
{
    enum class Spoken : quint8 { Always, DatedOnly, Version3Only };

    QByteArray method; //!< upper case
    QString path; //!< "*" is an id, as in "/contacts/*/tasks"
    QString scope; //!< an OAuth token needs it; empty means none
    std::function<Served<Outcome>(const Call &)> act;
    TokenKind token = TokenKind::Location;
    Spoken spoken = Spoken::Always;
};

using Operations = QList<Operation>;

//! The flag of success as the call's version spells it: v2 misspells it, v3 spells it right and
//! keeps the old spelling on most replies (highlevel.md 1.7, Quirk::SuccessFlagIsMisspelt).
[[nodiscard]] QJsonObject succeeded(const Call &call, const QuirkSet &quirks);

//! An id nobody has. The service answers it with 404 or, Quirk::UnknownIdAnswers400, with 400.
[[nodiscard]] tl::unexpected<ServiceFailure> unknownId(const QString &kind, const QString &id);

} // namespace twinbook::sandbox::highlevel
