// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <QSet>
#include <QTest>

using namespace twinbook;

namespace {

struct ErrorRow
{
    ErrorKind kind;
    const char *name;
    bool retryable;
    bool writeUnknown;
};

//! The whole list. A new kind fails coversEveryKind() until it stands here.
constexpr std::array errorRows {
    ErrorRow {ErrorKind::Network, "network", true, true},
    ErrorRow {ErrorKind::Timeout, "timeout", true, true},
    ErrorRow {ErrorKind::Unauthorized, "unauthorized", false, false},
    ErrorRow {ErrorKind::Forbidden, "forbidden", false, false},
    ErrorRow {ErrorKind::NotFound, "not-found", false, false},
    ErrorRow {ErrorKind::Conflict, "conflict", false, false},
    ErrorRow {ErrorKind::RateLimited, "rate-limited", true, false},
    ErrorRow {ErrorKind::Rejected, "rejected", false, false},
    ErrorRow {ErrorKind::BadReply, "bad-reply", false, true},
    ErrorRow {ErrorKind::ServerFault, "server-fault", true, true},
    ErrorRow {ErrorKind::Storage, "storage", false, false},
    ErrorRow {ErrorKind::KeyringAbsent, "keyring-absent", false, false},
    ErrorRow {ErrorKind::KeyringLocked, "keyring-locked", false, false},
    ErrorRow {ErrorKind::InvalidInput, "invalid-input", false, false},
    ErrorRow {ErrorKind::Cancelled, "cancelled", false, true},
    ErrorRow {ErrorKind::Bug, "bug", false, false},
};

} // namespace

class ErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversEveryKind();
    void kinds_data();
    void kinds();
    void onlyOneRejectionLeavesAWriteUnknown_data();
    void onlyOneRejectionLeavesAWriteUnknown();
};

void ErrorTest::coversEveryKind()
{
    QCOMPARE(errorRows.size(), size_t(ErrorKind::Bug) + 1);
    QSet<QString> names;
    for (size_t i = 0; i < errorRows.size(); ++i) {
        QCOMPARE(size_t(errorRows.at(i).kind), i);
        names.insert(errorKindName(errorRows.at(i).kind));
    }
    QCOMPARE(size_t(names.size()), errorRows.size());
}

void ErrorTest::kinds_data()
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < errorRows.size(); ++i)
        QTest::newRow(errorRows.at(i).name) << int(i);
}

void ErrorTest::kinds()
{
    QFETCH(int, row);
    const ErrorRow &expected = errorRows.at(size_t(row));
    QCOMPARE(errorKindName(expected.kind), QLatin1StringView(expected.name));
    QCOMPARE(isRetryable(expected.kind), expected.retryable);
    QCOMPARE(leavesWriteUnknown(Error {.kind = expected.kind, .message = {}, .detail = {}}),
             expected.writeUnknown);
}

void ErrorTest::onlyOneRejectionLeavesAWriteUnknown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("400") << 400 << false;
    QTest::newRow("409") << 409 << false;
    QTest::newRow("422") << 422 << true;
}

void ErrorTest::onlyOneRejectionLeavesAWriteUnknown()
{
    QFETCH(int, status);
    QFETCH(bool, unknown);
    Error error {.kind = ErrorKind::Rejected, .message = {}, .detail = {}, .httpStatus = status};
    QCOMPARE(leavesWriteUnknown(error), unknown);
    // The status alone says nothing: a conflict proves that nothing was created.
    error.kind = ErrorKind::Conflict;
    QVERIFY(!leavesWriteUnknown(error));
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
