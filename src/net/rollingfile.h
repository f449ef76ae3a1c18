// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFile>
#include <QString>

namespace twinbook {

//! A text file that is only ever added to, readable by its owner alone, and that never grows
//! beyond a bound: at half of it the file becomes `<path>.1`, replacing the one before, and a new
//! one begins.
class RollingFile
{
public:
    RollingFile(QString path, qint64 mostBytes);

    //! ErrorKind::Storage if it cannot be written.
    [[nodiscard]] Result<> open();
    //! Adds one line, which brings its own line break. False if it could not be written.
    [[nodiscard]] bool append(const QByteArray &line);

private:
    [[nodiscard]] bool roll();

    QFile m_file;
    qint64 m_mostBytes;
};

} // namespace twinbook
