// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/operation.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Served<QJsonObject> Call::body() const
{
    const auto body = parseJsonBody(m_request.body);
    if (!body)
        return refused(400, u"Unexpected token in JSON at position 0"_s);
    return *body;
}

Served<QJsonArray> Call::list() const
{
    const QJsonArray list = QJsonDocument::fromJson(m_request.body).array();
    const bool good = std::all_of(list.begin(), list.end(),
                                  [](const QJsonValue &element) { return element.isObject(); });
    if (list.isEmpty() || !good)
        return refused(400, u"Unexpected token in JSON at position 0"_s);
    return list;
}

Served<QJsonObject> Call::formOrBody() const
{
    if (!m_request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        return body();
    QJsonObject form;
    for (const auto &[name, value] : parseUrlEncoded(m_request.body))
        form.insert(name, value);
    return form;
}

QJsonObject succeeded(const Call &call, const QuirkSet &quirks)
{
    const bool misspelt = quirks.holds(Quirk::SuccessFlagIsMisspelt);
    QJsonObject flags;
    if (call.dialect() == Dialect::Version3 || !misspelt)
        flags.insert(u"succeeded"_s, true);
    if (misspelt && (call.dialect() == Dialect::Dated || call.request().method != "PUT"))
        flags.insert(u"succeded"_s, true);
    return flags;
}

tl::unexpected<ServiceFailure> unknownId(const QString &kind, const QString &id)
{
    return refused(404, u"%1 with id %2 not found"_s.arg(kind, id));
}

} // namespace twinbook::sandbox::highlevel
