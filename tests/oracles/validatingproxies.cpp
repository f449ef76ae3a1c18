// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "validatingproxies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::test {

bool ValidatingProxies::start(const QUrl &upstream, const QStringList &documents)
{
    static const QRegularExpression listening(u"listening on (http://[0-9.:]+)"_s);
    static const QRegularExpression open(u"Gate is open at (http://[0-9.:]+)"_s);
    m_program.start(u"specification.mjs"_s, QStringList {upstream.toString()} + documents);
    const auto isUp = [&] {
        m_addresses.clear();
        auto matches = listening.globalMatch(QString::fromUtf8(m_program.output()));
        while (matches.hasNext())
            m_addresses.append(matches.next().captured(1));
        m_gate = open.match(QString::fromUtf8(m_program.output())).captured(1);
        return !m_gate.isEmpty() || !m_program.isRunning();
    };
    return QTest::qWaitFor(isUp, 30'000) && m_addresses.size() == documents.size()
        && !m_gate.isEmpty();
}

QList<Violation> ValidatingProxies::violationsIn(const QByteArray &header)
{
    QList<Violation> violations;
    const QJsonArray all = QJsonDocument::fromJson(header).array();
    for (const QJsonValue &value : all)
        violations.append({value["location"_L1][0].toString(), value["message"_L1].toString()});
    return violations;
}

QList<Exchange> ValidatingProxies::exchanges()
{
    QList<Exchange> all;
    const QList<QByteArray> lines = m_program.output().split('\n');
    for (const QByteArray &line : lines) {
        static const QByteArray begin = "Exchange: ";
        if (!line.startsWith(begin))
            continue;
        const QJsonObject told = QJsonDocument::fromJson(line.mid(begin.size())).object();
        Exchange exchange {.operation = told["operation"_L1].toString(),
                           .isDescribed = told["described"_L1].toBool(),
                           .status = told["status"_L1].toInt(),
                           .violations = {}};
        const QJsonArray violations = told["violations"_L1].toArray();
        for (const QJsonValue &one : violations)
            exchange.violations.append({one["where"_L1].toString(), one["what"_L1].toString()});
        all.append(exchange);
    }
    return all;
}

} // namespace twinbook::test
