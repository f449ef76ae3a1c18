// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"
#include "net/refusal.h"

#include <QtTest>

#include <algorithm>
#include <span>

namespace twinbook::test {

// What must hold for the table of refusals of every service.

//! A reply with that status and message.
inline Fault refused(int status, const QString &message)
{
    Fault fault;
    fault.stage = FaultStage::Status;
    fault.status = status;
    fault.serviceMessage = message;
    return fault;
}

//! For the data of a test that ends with checkSendingAgain().
class AgainRows
{
public:
    AgainRows()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("again");
    }
    void operator()(int status, const char *message, Again again) const
    {
        QTest::addRow("%d %s", status, message)
            << status << QString::fromLatin1(message) << static_cast<int>(again);
    }
};

inline void checkSendingAgain(const FaultReader &faults)
{
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(int, again);
    const Fault fault = refused(status, message);
    QCOMPARE(static_cast<int>(faults.again(fault)), again);
    // What is read to a person agrees: nothing that will be refused again says "try again".
    const Error error = faults.read(fault);
    QCOMPARE(isRetryable(error.kind), faults.again(fault) == Again::Later);
}

//! A row that stands behind a more general one would never be found.
inline void checkEveryRowIsReached(std::span<const RefusalRow> rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto *first = std::find_if(rows.data(), rows.data() + i, [&](const auto &row) {
            return row.status == rows[i].status
                && QString(rows[i].words).contains(row.words, Qt::CaseInsensitive);
        });
        QVERIFY2(first == rows.data() + i, rows[i].words.data());
    }
}

//! A sentence for people has none of the words behind it.
inline void checkSentence(const Error &error)
{
    static const QRegularExpression technical(
        QStringLiteral("\\b([45]\\d\\d|token|API|JSON|null)\\b"));
    QVERIFY2(!error.message.contains(technical), qPrintable(error.message));
}

} // namespace twinbook::test
