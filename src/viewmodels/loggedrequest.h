// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operation.h"
#include "core/requestrecord.h"
#include "core/side.h"

#include <QList>
#include <QString>

#include <optional>

namespace twinbook {

//! One request with all its attempts, and the words people read about it.
struct LoggedRequest
{
    QList<RequestRecord> attempts; //!< oldest first, never empty
    const Operation *operation = nullptr; //!< nullptr if the catalogue has none like it

    [[nodiscard]] const RequestRecord &last() const { return attempts.constLast(); }
    //! It did not do what it was sent for. One that was stopped by a person has not failed.
    [[nodiscard]] bool isFailed() const;
    //! std::nullopt for a host that is neither service.
    [[nodiscard]] std::optional<Side> service() const;
    //! From the first sending to the end of the last attempt, with the waits between them.
    [[nodiscard]] std::chrono::milliseconds duration() const;

    //! "contacts.search", or method and path of what is not in the catalogue.
    [[nodiscard]] QString what() const;
    //! "Done", "No connection".
    [[nodiscard]] QString outcome() const;
    //! "120 ms", "4.1 s".
    [[nodiscard]] QString durationText() const;
    //! "61 now, 199,876 today"; empty if the service told nothing.
    [[nodiscard]] QString allowanceText() const;
    //! "23 Nov 20:06:59", local.
    [[nodiscard]] QString timeText() const;
    //! Everything that is known of it, as lines; for people who know the services.
    [[nodiscard]] QString details() const;
};

//! Which requests are asked for; what is not set does not matter.
struct LoggedRequestFilter
{
    QString text {}; //!< words that must all appear, in any case
    std::optional<Side> service {};
    enum class Outcome : quint8 { Every, Failures } outcome = Outcome::Every;
    QDateTime since {};
};

[[nodiscard]] bool matches(const LoggedRequest &request, const LoggedRequestFilter &filter);

} // namespace twinbook
