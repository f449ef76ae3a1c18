// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <sys/mman.h>
#include <unistd.h>

namespace twinbook::fuzz {

//! A file in memory: a million real ones would wear out somebody's disk.
class MemoryFile
{
public:
    MemoryFile()
        : m_descriptor(memfd_create("fuzz", 0))
    {
        if (m_descriptor < 0)
            qFatal("no file in memory");
    }
    ~MemoryFile() { close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    [[nodiscard]] QString path() const
    {
        return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor);
    }
    void fill(QByteArrayView text) const
    {
        if (ftruncate(m_descriptor, 0) != 0
            || pwrite(m_descriptor, text.data(), static_cast<std::size_t>(text.size()), 0)
                != text.size())
            qFatal("a file in memory cannot be written");
    }

private:
    const int m_descriptor;
};

} // namespace twinbook::fuzz
