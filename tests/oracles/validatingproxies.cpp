// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "validatingproxies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::test {

bool ValidatingProxies::start(const QUrl &upstream, const QStringList &documents)
{
    static const QRegularExpression listening(u"listening on (http://[0-9.:]+)"_s);
    m_program.start(u"specification.mjs"_s, QStringList {upstream.toString()} + documents);
    const auto isUp = [&] {
        m_addresses.clear();
        auto matches = listening.globalMatch(QString::fromUtf8(m_program.output()));
        while (matches.hasNext())
            m_addresses.append(matches.next().captured(1));
        return m_addresses.size() == documents.size() || !m_program.isRunning();
    };
    return QTest::qWaitFor(isUp, 30'000) && m_addresses.size() == documents.size();
}

QList<Violation> ValidatingProxies::violationsIn(const QByteArray &header)
{
    QList<Violation> violations;
    const QJsonArray all = QJsonDocument::fromJson(header).array();
    for (const QJsonValue &value : all)
        violations.append({value["location"_L1][0].toString(), value["message"_L1].toString()});
    return violations;
}

QStringList ValidatingProxies::requestViolations()
{
    static const QRegularExpression line(u"Violation: (request.*)"_s);
    QStringList violations;
    auto matches = line.globalMatch(QString::fromUtf8(m_program.output()));
    while (matches.hasNext())
        violations.append(matches.next().captured(1));
    return violations;
}

} // namespace twinbook::test
