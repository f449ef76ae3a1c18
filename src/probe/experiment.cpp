// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiment.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

QString ProbeReply::header(const QString &name) const
{
    for (const auto &[each, value] : headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool ProbeReply::complainsOf(const QString &text) const
{
    const QJsonValue message = json.value(u"message"_s);
    if (message.isString())
        return message.toString().contains(text, Qt::CaseInsensitive);
    const QJsonArray messages = message.toArray();
    for (const QJsonValue &each : messages) {
        if (each.toString().contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString quirkStateName(QuirkState state)
{
    switch (state) {
    case QuirkState::Confirmed:
        return u"confirmed"_s;
    case QuirkState::Contradicted:
        return u"contradicted"_s;
    case QuirkState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

Verdict either(bool confirmed, bool contradicted)
{
    if (confirmed == contradicted)
        return unknown(u"The replies fit neither expectation."_s);
    return {confirmed ? QuirkState::Confirmed : QuirkState::Contradicted};
}

Verdict unknown(const QString &reason)
{
    return {QuirkState::Unknown, reason};
}

RawRequest readRequest(const QStringList &path, const QList<std::pair<QString, QString>> &query,
                       const QString &permission)
{
    return {.path = path, .query = query, .effect = RawEffect::Reads, .permission = permission};
}

RawRequest writeRequest(RawMethod method, const QStringList &path, const QJsonObject &body,
                        const QString &permission)
{
    return {.method = method,
            .path = path,
            .body
            = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact),
            .effect = RawEffect::Writes,
            .permission = permission};
}

} // namespace twinbook
