// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "probe/leftover.h"
#include "probe/probereport.h"

#include <QList>

namespace twinbook {

//! What is to be asked of which account.
struct ProbeOrder
{
    Side service = Side::Left;
    //! Writes: also experiments that make people and delete them again.
    RawEffect effect = RawEffect::Reads;
    //! For experiments that write: what a person called the account they want tested. Must be the
    //! organisation's slug, or the sub-account's id or name.
    QString testAccount {};
};

//! Asks a connected account which of our quirks hold, one experiment after the other, and deletes
//! after each what it made, also when it is cancelled.
//!
//! Only GET and searches leave unless the order says otherwise and names the account. InvalidInput
//! with a sentence if it names another one. If not a single reply arrives, the error is that of the
//! first request.
class ProbeJob final : public TypedJob<ProbeReport>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeJob)

public:
    //! `service` and `clock` must outlive the job.
    ProbeJob(ProbeOrder order, RawRequests &service, const Clock &clock);
    ~ProbeJob() override;

protected:
    void run() override;
    void abort() override;

private:
    void askForName();
    void takeName(const Result<RawReply> &reply);
    void nextExperiment();
    void nextStep();
    void send(const RawRequest &request);
    void received(const RawRequest &request, const Result<RawReply> &reply);
    void keepTrackOf(const RawRequest &request, const Result<RawReply> &reply);
    void conclude(const Verdict &verdict);
    void cleanUp();
    void removed(const Leftover &leftover, const Result<RawReply> &reply);
    void complete();
    void finishCancelled();
    [[nodiscard]] QuirkFinding findingOn(Quirk quirk) const;

    const ProbeOrder m_order;
    RawRequests &m_service;
    const Clock &m_clock;
    const std::vector<Experiment> m_experiments;
    std::size_t m_current = 0; //!< index of the next experiment
    ProbeScene m_scene;
    QString m_mark;
    QJsonArray m_evidence;
    QList<QuirkFinding> m_found;
    QList<Leftover> m_made; //!< and not deleted yet
    QStringList m_leftBehind;
    std::optional<Error> m_firstError;
    bool m_wasAnswered = false;
    bool m_isCancelled = false;
    RawReplyJob *m_running = nullptr; //!< what cancel() ends: a read
};

} // namespace twinbook
