// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/requestfile.h"

#include <QCoreApplication>
#include <QDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! No record of ours is nearly as long.
constexpr qsizetype longestLine = 16 * 1024;

Failure unreadable(const QFile &file)
{
    return Failure(Error {.kind = ErrorKind::Storage,
                          .message = QCoreApplication::translate(
                                         "twinbook::RequestFile",
                                         "The list of requests, \"%1\", cannot be read. Check that "
                                         "the file belongs to you.")
                                         .arg(file.fileName()),
                          .detail = file.errorString()});
}

} // namespace

RequestFile::RequestFile(QString path)
    : m_path(std::move(path))
{ }

QString RequestFile::pathIn(const QString &directory)
{
    return QDir(directory).filePath(u"requests.log"_s);
}

Result<QList<RequestRecord>> RequestFile::read(qint64 mostBytes)
{
    QList<RequestRecord> records;
    m_isAtEnd = false;
    while (mostBytes > 0) {
        // Asked before reading: what was added just before the change is in the file already.
        const bool hasFollower = m_part == Part::Newest && m_file.isOpen() && isReplaced();
        const QByteArray bytes = m_file.isOpen() ? m_file.read(mostBytes) : QByteArray();
        takeLines(bytes, records);
        mostBytes -= bytes.size();
        if (!bytes.isEmpty())
            continue;
        if (m_part == Part::Newest && m_file.isOpen() && !hasFollower) {
            m_isAtEnd = true;
            break;
        }
        if (const Result<> opened = openNext(); !opened)
            return Failure(opened.error());
        if (!m_file.isOpen()) {
            m_isAtEnd = true;
            break;
        }
    }
    return records;
}

//! The older part, then the newest one, which is a new file after each change of files. Leaves
//! nothing open if there is none.
Result<> RequestFile::openNext()
{
    m_file.close();
    if (m_part == Part::None) {
        m_part = Part::Older;
        m_file.setFileName(m_path + u".1"_s);
        if (m_file.open(QIODevice::ReadOnly))
            return {};
        if (m_file.exists())
            return unreadable(m_file);
    }
    if (!m_begun.isEmpty())
        ++m_damaged; // its end went with the other file
    m_begun.clear();
    m_part = Part::Newest;
    m_file.setFileName(m_path);
    if (!m_file.open(QIODevice::ReadOnly) && m_file.exists())
        return unreadable(m_file);
    return {};
}

//! Whether another file has the name now, or none.
bool RequestFile::isReplaced() const
{
    struct stat opened
    { };
    struct stat named
    { };
    if (::fstat(m_file.handle(), &opened) != 0
        || ::stat(QFile::encodeName(m_path).constData(), &named) != 0)
        return true;
    return opened.st_ino != named.st_ino || opened.st_dev != named.st_dev;
}

void RequestFile::takeLines(const QByteArray &bytes, QList<RequestRecord> &records)
{
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        takeLine(m_begun + bytes.sliced(from, end - from), records);
        m_begun.clear();
        from = end + 1;
    }
    // Of a line without an end only so much is kept that it is still seen to be too long.
    m_begun += bytes.sliced(from, qMin(bytes.size() - from, longestLine));
    m_begun.truncate(longestLine + 1);
}

void RequestFile::takeLine(const QByteArray &line, QList<RequestRecord> &records)
{
    if (line.isEmpty())
        return;
    std::optional<RequestRecord> record
        = line.size() > longestLine ? std::nullopt : requestRecordFrom(line);
    if (record)
        records.append(*std::move(record));
    else
        ++m_damaged;
}

} // namespace twinbook
