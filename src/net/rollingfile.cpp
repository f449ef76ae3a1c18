// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/rollingfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool openForOwner(QFile &file)
{
    // An older file may have been made readable for others.
    return file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly)
        && file.setPermissions(ownerOnly);
}

} // namespace

RollingFile::RollingFile(QString path, qint64 mostBytes)
    : m_file(std::move(path))
    , m_mostBytes(mostBytes)
{ }

Result<> RollingFile::open()
{
    if (openForOwner(m_file))
        return {};
    return Failure(Error {
        .kind = ErrorKind::Storage,
        .message = QCoreApplication::translate(
            "net",
            "The list of requests cannot be saved. Check that the disk is not full and that the "
            "folder of Twinbook can be written to. Everything else goes on."),
        .detail = m_file.errorString()});
}

bool RollingFile::append(const QByteArray &line)
{
    if (!m_file.isOpen())
        return false;
    if (m_file.size() > 0 && m_file.size() + line.size() > m_mostBytes / 2 && !roll())
        return false;
    return m_file.write(line) == line.size() && m_file.flush();
}

bool RollingFile::roll()
{
    m_file.close();
    const QString path = m_file.fileName();
    const QString before = path + u".1"_s;
    (void)QFile::remove(before);
    return QFile::rename(path, before) && openForOwner(m_file);
}

} // namespace twinbook
