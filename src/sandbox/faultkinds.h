// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"

#include <span>

namespace twinbook::sandbox {

//! What a kind of fault can hit.
enum class FaultTarget : quint8 {
    AnyRequest,
    Operation, //!< anything but sign-in
    Reading,
    FurtherPage, //!< of a list: a request that continues one
    Writing,
    SignIn,
    Event, //!< a webhook that is about to be posted
};

struct FaultFacts
{
    Fault::Kind kind;
    //! Stable, for files and command lines, such as "reset-in-body".
    const char *name;
    FaultTarget target;
    const char *description; //!< one English sentence, for people who write programs
};

//! All kinds, in the order of the enumeration.
[[nodiscard]] std::span<const FaultFacts> faultKinds();
[[nodiscard]] const FaultFacts &factsOf(Fault::Kind kind);
[[nodiscard]] std::optional<Fault::Kind> faultNamed(const QString &name);

//! "any request", "operation", "reading", "further page", "writing", "sign-in" or "event".
[[nodiscard]] QString targetName(FaultTarget target);

} // namespace twinbook::sandbox
