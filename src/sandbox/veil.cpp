// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/veil.h"

#include "sandbox/requestlog.h"
#include "sandbox/servicefront.h"

#include <algorithm>

namespace twinbook::sandbox {

void Veil::beforeChange()
{
    const auto waits = [this](const PendingFault &pending) {
        return pending.aim.side == m_side && pending.fault.kind == Fault::Kind::EventEarly;
    };
    const auto &pending = m_faults.pending();
    // What changes under the veil stays under it.
    if (!isDown() && std::any_of(pending.begin(), pending.end(), waits))
        m_before = m_service.memory();
}

void Veil::drop(std::chrono::milliseconds lasting)
{
    m_until = m_clock.now().addMSecs(lasting.count());
}

std::optional<HttpReply> Veil::answer(const HttpRequest &request)
{
    if (!isDown() || m_before.isEmpty()
        || natureOf(request.method, request.path) != RequestNature::Reading)
        return std::nullopt;
    return m_service.recall(m_before, request);
}

} // namespace twinbook::sandbox
