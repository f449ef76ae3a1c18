// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/standardinput.h"

#include <array>

#include <unistd.h>

namespace twinbook::cli {

namespace {

//! Longer than any secret or address of a sign-in; a file piped in by mistake is not kept.
constexpr qsizetype longestLine = 8192;

} // namespace

StandardInput::StandardInput()
    : m_ready(STDIN_FILENO, QSocketNotifier::Read)
{
    m_ready.setEnabled(false);
    connect(&m_ready, &QSocketNotifier::activated, this, &StandardInput::read);
}

StandardInput::~StandardInput() = default;

void StandardInput::start()
{
    m_ready.setEnabled(true);
}

void StandardInput::read()
{
    std::array<char, 4096> chunk {};
    const ssize_t count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    const bool isAtEnd = count <= 0;
    if (!isAtEnd)
        m_received.append(chunk.data(), count);
    if (isAtEnd || m_received.size() > longestLine) {
        m_ready.setEnabled(false);
        if (isAtEnd && !m_received.isEmpty())
            m_received.append('\n');
    }
    for (qsizetype end = m_received.indexOf('\n'); end >= 0; end = m_received.indexOf('\n')) {
        const QString text = QString::fromUtf8(m_received.left(end)).trimmed();
        m_received.remove(0, end + 1);
        Q_EMIT line(text);
    }
    if (!m_ready.isEnabled())
        Q_EMIT ended();
}

} // namespace twinbook::cli
