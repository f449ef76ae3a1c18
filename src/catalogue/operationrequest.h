// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operation.h"
#include "catalogue/testrequest.h"
#include "core/result.h"

#include <QList>
#include <QString>

namespace twinbook {

//! One operation with what a person filled in for it. Pure: text in, a request or a sentence out.
//!
//! Whatever is filled in stays where it stands: a value is one segment of the path or one
//! parameter, so that none can reach another address or another account. The id of a HighLevel
//! sub-account comes from the connection and is no field.
class OperationRequest
{
public:
    struct Field
    {
        enum class Place : quint8 { Path, Query } place = Place::Path;
        enum class Need : quint8 { Required, Optional } need = Need::Required;
        QString name;
        QString example; //!< may be empty
        QString value; //!< empty: not sent
    };

    //! `accountId` is what the service calls the connected account. Parameters and the body of a
    //! reading operation begin with their examples; ids and the body of a writing one begin empty,
    //! because a change is not made with invented values by mistake.
    OperationRequest(Operation operation, QString accountId);

    [[nodiscard]] const Operation &operation() const { return m_operation; }
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }
    [[nodiscard]] bool takesBody() const { return !m_operation.bodyExample.isEmpty(); }
    [[nodiscard]] const QString &body() const { return m_body; }
    //! The example with the connected account's id in its place.
    [[nodiscard]] QString exampleBody() const;

    //! InvalidInput for a name that is no field of this operation.
    [[nodiscard]] Result<> set(const QString &name, const QString &value);
    void setBody(const QString &body) { m_body = body; }

    //! The request, or a sentence of kind InvalidInput about the first thing that is missing or
    //! wrong. Operations that are never sent and events have no request.
    [[nodiscard]] Result<RawRequest> request() const;
    //! The same with all that is needed to send it and to tell about it.
    [[nodiscard]] Result<TestRequest> testRequest() const;
    //! "GET /contacts/abc?limit=20": method and address as they are sent, with the names of what
    //! is still missing between braces.
    [[nodiscard]] QString line() const;

private:
    [[nodiscard]] QString valueOf(Field::Place place, const QString &name) const;
    [[nodiscard]] QStringList segments() const;
    [[nodiscard]] QList<std::pair<QString, QString>> query() const;
    [[nodiscard]] QString withAccount(QString text) const;
    [[nodiscard]] Result<> checkBody() const;

    Operation m_operation;
    QString m_accountId;
    QList<Field> m_fields;
    QString m_body;
};

} // namespace twinbook
