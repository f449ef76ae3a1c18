// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "net/refusal.h"
#include "net/transport.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace twinbook {

//! The stage at which a reply stopped being believable. They are checked in this order.
enum class FaultStage : quint8 {
    Allowance, //!< nothing was sent: too little is left, see RateRefusal; retryAfter says how long
    Transport,
    Status,
    ContentType,
    Json,
    Shape,
};

//! What is known about a request that failed, for the service that reads it into a sentence.
struct Fault
{
    //! Whether the refused credential was as fresh as it can be. A 401 to a fresh token is no
    //! expiry but a missing permission or a revoked application (officernd.md 5).
    enum class Credential : quint8 { MaybeStale, Fresh };

    FaultStage stage = FaultStage::Transport;
    TransportFault transport = TransportFault::None;
    int status = 0;
    QJsonObject body; //!< of an error reply that was JSON
    QString serviceMessage; //!< the service's own words; hostile text, may hold personal data
    std::optional<std::chrono::milliseconds> retryAfter {};
    Credential credential = Credential::MaybeStale;
    HttpMethod method = HttpMethod::Get;
    QString permission; //!< as in HttpRequest
    QString technical; //!< redacted, for Error::detail
};

//! The port through which the request path lets a service say what a refusal means: status codes
//! alone do not tell (a 401 has five meanings at HighLevel, a 500 is often permanent at
//! OfficeRnD).
class FaultReader
{
public:
    FaultReader() = default;
    FaultReader(const FaultReader &) = delete;
    FaultReader &operator=(const FaultReader &) = delete;
    virtual ~FaultReader();

    [[nodiscard]] virtual Error read(const Fault &fault) const = 0;
    //! Whether sending the same again can help. Of its own accord it follows the kind of read().
    [[nodiscard]] virtual Again again(const Fault &fault) const;
};

//! The message in an error reply: `message` as text or as a list, `error_description`, or the
//! message of an `error` object. Empty if there is none.
[[nodiscard]] QString serviceMessage(const QJsonObject &body);

//! The sentence for a cause that is the same with every service: no network, time-out, too much
//! data, not the service at all, half an answer, too many requests, a failing or refusing service,
//! an allowance that is used up.
//! `service` is the name people know.
[[nodiscard]] Error commonError(const Fault &fault, const QString &service);

//! An error with that kind and sentence and the technical side of the fault.
[[nodiscard]] Error faultError(const Fault &fault, ErrorKind kind, const QString &message);

} // namespace twinbook
