// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace twinbook::sandbox {

//! HighLevel searches by POST; that is still reading. Sign-in is neither reading nor writing.
enum class RequestNature : quint8 { SignIn, Reading, Writing };
[[nodiscard]] RequestNature natureOf(const QByteArray &method, const QString &path);

struct RequestLogEntry
{
    QDateTime at {}; //!< by the clock of the services
    Side side = Side::Left;
    QByteArray method;
    QString path; //!< decoded, without query
    QString query; //!< as sent
    int status = 0; //!< as sent to the client; 0 if no reply was sent
    QByteArray body; //!< of the request; empty for sign-in, which carries a secret
    QString fault {}; //!< the name of the kind that hit it; "" for none
};

//! The requests of one side that one allowance counts.
struct Allowance
{
    Side side = Side::Left;
    //! Without one, reading and writing count together.
    std::optional<RequestNature> nature {};
    int limit = 1;
    std::chrono::milliseconds window {0};
};

//! What happened in one window, which opens with its first request as those of the services do.
struct WindowUse
{
    QDateTime opened;
    int accepted = 0;
    int refused = 0; //!< answered with 429
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
    //! How many were answered with 429 since start or clear(), sign-in included.
    [[nodiscard]] int refusals(Side side) const { return m_refusals[side]; }

    //! The judge of a client's pace: what it did in each window, oldest first, by entries().
    [[nodiscard]] QList<WindowUse> windows(const Allowance &allowance) const;
    //! How much of the allowance the fullest window took, in percent. Refused requests are not
    //! counted as use.
    [[nodiscard]] double highestUse(const Allowance &allowance) const;

private:
    QList<RequestLogEntry> m_entries;
    PerSide<int> m_reads;
    PerSide<int> m_writes;
    PerSide<int> m_refusals;
};

} // namespace twinbook::sandbox
