// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "net/networktransport.h"
#include "probe/probejob.h"
#include "sandbox/sandbox.h"

namespace twinbook::test {

//! Stands still, so that no window of an allowance ends in the middle of an experiment.
class StillClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }

private:
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

//! The played services and a connected client of one of them.
class ProbeStage
{
public:
    ProbeStage(Side side, const QuirkSet &played, std::chrono::milliseconds lag = {});
    ~ProbeStage();

    [[nodiscard]] sandbox::Sandbox &played() { return *m_sandbox; }
    [[nodiscard]] RawRequests &account() { return *m_account; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    [[nodiscard]] std::unique_ptr<ProbeJob> probe(RawEffect effect, const QString &name);
    //! The report of a probe that may write.
    [[nodiscard]] Result<ProbeReport> probed();
    //! The only appointment of all, made by a request.
    void makeAppointment();
    [[nodiscard]] Result<RawReply> send(const RawRequest &request);

private:
    const Side m_side;
    StillClock m_still; //!< the services'
    SystemClock m_clock;
    MemorySecretStore m_secrets;
    NetworkTransport m_transport;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<RawRequests> m_account;
};

} // namespace twinbook::test
