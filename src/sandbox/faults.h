// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace twinbook::sandbox {

//! Which requests a fault hits. Counting starts when the fault is set up.
struct FaultAim
{
    Side side = Side::Left;
    //! Upper case; empty means any.
    QByteArray method {};
    //! "*" stands for any text, slashes included, as in "*/members" or "/contacts/*". Matched
    //! against the whole decoded path. Empty means any path.
    QString pathPattern {};
    //! The first matching request that is hit, counted from 1.
    int nth = 1;
    //! How many matching requests are hit from then on. QNetworkAccessManager repeats a request by
    //! itself when a kept-alive connection is cut before the first byte, so a Reset that shall
    //! reach the caller needs more than one.
    int times = 1;
};

struct Fault
{
    enum class Kind : quint8 {
        Html500, //!< a gateway's HTML page; nothing is carried out
        HalfJson, //!< carried out, but the body ends in the middle
        EmptyList, //!< a list without elements, although there are some
        Status, //!< the service's usual error with `status`; nothing is carried out
        Reset, //!< the connection is cut; nothing is carried out
        NoReply, //!< the connection stays silent; nothing is carried out
        AppliedThenReset, //!< carried out, then the connection is cut
        Created422, //!< carried out, then refused with 422 (highlevel.md 2.2)
    };

    Kind kind = Kind::Html500;
    int status = 500; //!< of Kind::Status
};

//! Faults that were set up and have not happened yet.
class FaultPlan
{
public:
    void add(const FaultAim &aim, const Fault &fault);
    void clear() { m_pending.clear(); }

    //! The fault for this request, if one is due. Every set-up that matches counts the request;
    //! the oldest one that is due decides.
    [[nodiscard]] std::optional<Fault> take(Side side, const QByteArray &method,
                                            const QString &path);

private:
    struct Pending
    {
        FaultAim aim;
        Fault fault;
        int seen = 0;
    };
    QList<Pending> m_pending;
};

} // namespace twinbook::sandbox
