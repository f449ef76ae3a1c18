// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/requestrecord.h"
#include "net/rollingfile.h"

#include <QList>
#include <QObject>

#include <memory>

namespace twinbook {

//! Every request that left this computer, newest last: for the page that shows them, for a support
//! file and for the services' own support. Handed to each HttpClient through HttpParts; lives in
//! their thread.
class RequestLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLog)

public:
    static constexpr qsizetype most = 5000;
    static constexpr qint64 mostFileBytes = 8LL * 1024 * 1024;

    explicit RequestLog(QObject *parent = nullptr);
    ~RequestLog() override;

    //! From now on also into a file, as lines of JSON, for its owner alone (RollingFile; the one
    //! before is `<path>.1`). ErrorKind::Storage if that cannot be done. A file that fails later
    //! is given up with one line in the log; requests never wait for it.
    [[nodiscard]] Result<> keepIn(const QString &path, qint64 mostBytes = mostFileBytes);

    //! A short number for a request, from 1.
    [[nodiscard]] quint64 nextNumber() { return ++m_lastNumber; }
    void add(const RequestRecord &record);

    //! The last `most` at most.
    [[nodiscard]] const QList<RequestRecord> &records() const { return m_records; }

Q_SIGNALS:
    //! The newest of records() is new.
    void added();

private:
    QList<RequestRecord> m_records;
    std::unique_ptr<RollingFile> m_file;
    quint64 m_lastNumber = 0;
};

} // namespace twinbook
