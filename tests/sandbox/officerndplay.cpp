// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officerndplay.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

OfficerndPlay::OfficerndPlay()
    : m_sandbox(SandboxOptions {.clock = &m_clock})
    , m_client(m_sandbox)
{
    if (!m_sandbox.start())
        qFatal("the sandbox does not start");
    m_client.signIn();
}

void OfficerndPlay::passTime(std::chrono::milliseconds by)
{
    m_clock.advance(by);
    m_client.signIn();
}

QJsonArray OfficerndPlay::list(const QString &path)
{
    const Response page = get(path);
    return page.status == 200 ? page.json.value(u"results"_s).toArray() : QJsonArray();
}

QString OfficerndPlay::firstId(const QString &path)
{
    return list(path).first().toObject().value(u"_id"_s).toString();
}

QString OfficerndPlay::idWhere(const QString &path, const QString &member, const QJsonValue &value)
{
    const QJsonArray results = list(path);
    for (const QJsonValue &result : results) {
        if (result.toObject().value(member) == value)
            return result.toObject().value(u"_id"_s).toString();
    }
    return {};
}

QString OfficerndPlay::newMember(const QString &name)
{
    const auto id = m_sandbox.addPerson(Side::Left, {{u"name"_s, name}});
    return id ? id->text() : QString();
}

QString OfficerndPlay::status(const QString &member)
{
    return get(u"/members/"_s + member).json.value(u"status"_s).toString();
}

} // namespace twinbook::sandbox
