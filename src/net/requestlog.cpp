// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/requestlog.h"

#include "core/logging.h"

namespace twinbook {

RequestLog::RequestLog(QObject *parent)
    : QObject(parent)
{ }

RequestLog::~RequestLog() = default;

Result<> RequestLog::keepIn(const QString &path, qint64 mostBytes)
{
    auto file = std::make_unique<RollingFile>(path, mostBytes);
    if (const Result<> opened = file->open(); !opened)
        return opened;
    m_file = std::move(file);
    return {};
}

void RequestLog::add(const RequestRecord &record)
{
    if (m_records.size() >= most)
        m_records.removeFirst();
    m_records.append(record);
    if (m_file && !m_file->append(toJsonLine(record))) {
        qCWarning(logNet) << "the list of requests can no longer be saved";
        m_file.reset();
    }
    Q_EMIT added();
}

} // namespace twinbook
