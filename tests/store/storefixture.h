// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "store/statementobserver.h"

#include <QTemporaryDir>
#include <QTest>

//! Ends the test function with the error's own words unless `result` is good.
#define VERIFY_GOOD(result)                                                                        \
    do {                                                                                           \
        const auto &checked = (result);                                                            \
        if (!checked)                                                                              \
            QFAIL(qPrintable(checked.error().message + u" | "_s + checked.error().detail));        \
    } while (false)

namespace twinbook::test {

//! Moves only when told.
class HandClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::seconds by) { m_now = m_now.addSecs(by.count()); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
};

//! A folder with a database file in it, gone at the end of the test.
class StoreFolder
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("twinbook.db")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Database open(Database::Mode mode = Database::Mode::ReadWrite) const
    {
        auto database = Database::open(path(), mode);
        if (!database)
            qFatal("%s", qPrintable(database.error().message + database.error().detail));
        return std::move(*database);
    }

private:
    QTemporaryDir m_folder;
};

//! Makes the k-th statement fail, counted from 1; 0 only counts.
class FaultPoint final : public StatementObserver
{
public:
    explicit FaultPoint(int failing = 0)
        : m_failing(failing)
    { }

    [[nodiscard]] std::optional<Error> aboutToRun(const QString &) override
    {
        if (++m_seen != m_failing)
            return std::nullopt;
        return Error {
            .kind = ErrorKind::Storage, .message = QStringLiteral("told to fail"), .detail = {}};
    }
    [[nodiscard]] int seen() const { return m_seen; }

private:
    int m_failing;
    int m_seen = 0;
};

} // namespace twinbook::test
