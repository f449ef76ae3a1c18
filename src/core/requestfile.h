// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/requestrecord.h"
#include "core/result.h"

#include <QFile>
#include <QList>
#include <QString>

namespace twinbook {

//! Reads the file that lists every request, also while it is being written and when it is replaced
//! by a new one (the one before is `<path>.1` and read first). Each read() goes on where the last
//! one ended.
class RequestFile
{
public:
    static constexpr qint64 usualBytes = 512 * 1024;

    explicit RequestFile(QString path);

    //! "<directory>/requests.log", of a data directory.
    [[nodiscard]] static QString pathIn(const QString &directory);

    //! What comes next, oldest first: about `mostBytes` of the file, and nothing once all is read.
    //! A file that is not there holds nothing yet. ErrorKind::Storage if it cannot be read.
    [[nodiscard]] Result<QList<RequestRecord>> read(qint64 mostBytes = usualBytes);
    //! Whether the last read() came to the end. More may be written later.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    //! Lines so far that were no records of ours, and were left out.
    [[nodiscard]] int damaged() const { return m_damaged; }

private:
    enum class Part : quint8 { None, Older, Newest };

    [[nodiscard]] Result<> openNext();
    [[nodiscard]] bool isReplaced() const;
    void takeLines(const QByteArray &bytes, QList<RequestRecord> &records);
    void takeLine(const QByteArray &line, QList<RequestRecord> &records);

    const QString m_path;
    QFile m_file;
    Part m_part = Part::None;
    QByteArray m_begun; //!< a line whose end has not been written yet
    bool m_isAtEnd = false;
    int m_damaged = 0;
};

} // namespace twinbook
