// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "support/fakeservice.h"

#include <QTemporaryDir>

#include <memory>

namespace twinbook::testing {

//! Stands still until it is moved.
class HandClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void setNow(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now {QDate(2026, 3, 3), QTime(9, 42), Qt::UTC};
};

//! Two fake services, a real database and a real engine in this thread, with people in every
//! state: what the window's tests and pictures are made from.
class SampleWorld
{
public:
    SampleWorld();

    //! Forty people, synced once; then new, changed and unclear ones, one left out, checked again.
    void makeEveryState();
    //! Ends when the engine has told; false if it failed.
    [[nodiscard]] bool check();
    [[nodiscard]] bool apply(const ApplyRequest &request = {});
    [[nodiscard]] Database reader() const;

    RemoteId addLeft(const QString &name, const QString &email, const QString &phone,
                     const QString &company);
    RemoteId addRight(const QString &first, const QString &last, const QString &email,
                      const QString &phone);

    HandClock clock;
    FakeService left {Side::Left};
    FakeService right {Side::Right};

private:
    QTemporaryDir m_folder;
    Database m_database;

public:
    Engine engine;
};

} // namespace twinbook::testing
