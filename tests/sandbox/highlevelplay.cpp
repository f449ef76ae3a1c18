// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

HighLevelPlay::HighLevelPlay(const SandboxOptions &options)
    : m_sandbox(options)
    , m_client(m_sandbox)
{
    if (const auto started = m_sandbox.start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
}

QString HighLevelPlay::person(qsizetype index) const
{
    return m_sandbox.people(Side::Right).at(index).value(u"id"_s).toString();
}

Response HighLevelPlay::createContact(QJsonObject body)
{
    body.insert(u"locationId"_s, locationId());
    return post(u"/contacts/"_s, body);
}

QString HighLevelPlay::contactId(const QJsonObject &body)
{
    return createContact(body).json.value(u"contact"_s).toObject().value(u"id"_s).toString();
}

QJsonObject HighLevelPlay::contact(const QString &id)
{
    return get(u"/contacts/"_s + id).json.value(u"contact"_s).toObject();
}

QString HighLevelPlay::firstUser()
{
    return get(u"/users/?locationId="_s + locationId())
        .json.value(u"users"_s)
        .toArray()
        .first()
        .toObject()
        .value(u"id"_s)
        .toString();
}

QString HighLevelPlay::task(const QString &contactId, const QString &title)
{
    return post(u"/contacts/"_s + contactId + u"/tasks"_s,
                {{u"title"_s, title},
                 {u"body"_s, u"text"_s},
                 {u"dueDate"_s, u"2026-11-23T10:00:00Z"_s},
                 {u"completed"_s, false}})
        .json.value(u"task"_s)
        .toObject()
        .value(u"id"_s)
        .toString();
}

QString HighLevelPlay::fieldId(const QString &name)
{
    const QJsonArray fields = get(u"/locations/"_s + locationId() + u"/customFields"_s)
                                  .json.value(u"customFields"_s)
                                  .toArray();
    for (const QJsonValue &field : fields) {
        if (field.toObject().value(u"name"_s) == name)
            return field.toObject().value(u"id"_s).toString();
    }
    return {};
}

} // namespace twinbook::sandbox
