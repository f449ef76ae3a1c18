// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace twinbook::sandbox {

struct RequestLogEntry
{
    Side side = Side::Left;
    QByteArray method;
    QString path; //!< decoded, without query
    QString query; //!< as sent
    int status = 0; //!< as sent to the client; 0 if no reply was sent
    QByteArray body; //!< of the request; empty for sign-in, which carries a secret
};

//! What came in, newest last. In memory only.
class RequestLog
{
public:
    void add(RequestLogEntry entry);
    void clear();

    //! The last 20,000 at most.
    [[nodiscard]] const QList<RequestLogEntry> &entries() const { return m_entries; }
    //! Since start or clear(); sign-in counts on neither side of the account.
    [[nodiscard]] int reads(Side side) const { return m_reads[side]; }
    [[nodiscard]] int writes(Side side) const { return m_writes[side]; }

private:
    QList<RequestLogEntry> m_entries;
    PerSide<int> m_reads;
    PerSide<int> m_writes;
};

//! HighLevel searches by POST; that is still reading. Sign-in is neither reading nor writing.
enum class RequestNature : quint8 { SignIn, Reading, Writing };
[[nodiscard]] RequestNature natureOf(const QByteArray &method, const QString &path);

} // namespace twinbook::sandbox
