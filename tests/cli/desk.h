// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/program.h"
#include "cli/servedsandbox.h"

#include <QTemporaryDir>

namespace twinbook::test {

//! Somebody who uses twinbookctl with one data directory against one sandbox.
class Desk
{
public:
    explicit Desk(ServedSandbox &services);

    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] QString path(const QString &file) const { return m_directory.filePath(file); }

    //! The command with --json, --developer and this data directory.
    [[nodiscard]] Ended run(const QStringList &command, const QByteArray &input = {}) const;
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &command) const;

    [[nodiscard]] Ended connectOfficeRnD() const;
    [[nodiscard]] Ended connectOfficeRnD(const QString &organization, const QString &secret) const;
    [[nodiscard]] Ended connectHighLevel() const;
    [[nodiscard]] Ended connectHighLevel(const QString &location, const QString &secret) const;

    //! Runs a sync in the background and waits until its run has begun; nullptr if it ended before.
    [[nodiscard]] std::unique_ptr<QProcess> startedSync() const;

private:
    [[nodiscard]] QStringList complete(const QStringList &command) const;

    ServedSandbox &m_services;
    QTemporaryDir m_directory;
};

//! Sum of both sides' numbers in a member such as "created" or "updated".
[[nodiscard]] int bothSidesOf(const QJsonObject &report, const QString &member);

} // namespace twinbook::test
