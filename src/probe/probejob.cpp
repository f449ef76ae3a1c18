// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probejob.h"

#include "probe/evidence.h"
#include "probe/experiments.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::ProbeJob)
};

ProbeReply answerFrom(const RawReply &reply)
{
    return {reply.status, QJsonDocument::fromJson(reply.body.toUtf8()).object(), reply.headers};
}

//! One that was made, or may have been, without its id being told.
QString unnamedRecord(const RawRequest &request)
{
    QStringList place = request.path;
    place.removeAll(QString());
    return harmless(place.join(u'/'), 80) + u"/? (Twinbook Probe)"_s;
}

Error otherAccount(Side service)
{
    return {.kind = ErrorKind::InvalidInput,
            .message = Tr::tr("The connected account of %1 has another name than the test account "
                              "you named, so nothing was changed in it. Connect the test account, "
                              "or give the name of the account that is connected.")
                           .arg(serviceName(service)),
            .detail = {}};
}

} // namespace

ProbeJob::ProbeJob(ProbeOrder order, RawRequests &service, const Clock &clock)
    : m_order(std::move(order))
    , m_service(service)
    , m_clock(clock)
    , m_experiments(experimentsOn(m_order.service))
    , m_mark(QString::number(QRandomGenerator::global()->generate(), 36))
{ }

ProbeJob::~ProbeJob() = default;

void ProbeJob::run()
{
    if (m_order.effect == RawEffect::Reads || m_order.testAccount == m_service.accountId())
        nextExperiment();
    else if (m_order.testAccount.isEmpty() || m_order.service == Side::Left)
        finish(Failure(otherAccount(m_order.service)));
    else
        askForName();
}

//! A write is waited for: without its reply nobody knows what there is to delete.
void ProbeJob::abort()
{
    m_isCancelled = true;
    if (m_running)
        m_running->cancel();
}

//! A sub-account has a name besides its id, and people know only the name.
void ProbeJob::askForName()
{
    const RawRequest location
        = readRequest({u"locations"_s, m_service.accountId()}, {}, u"locations.readonly"_s);
    m_running = runJob(this, m_service.sendRaw(location),
                       [this](const Result<RawReply> &reply) { takeName(reply); });
}

void ProbeJob::takeName(const Result<RawReply> &reply)
{
    m_running = nullptr;
    if (!reply) {
        finish(Failure(reply.error()));
        return;
    }
    const ProbeReply answer = answerFrom(*reply);
    const bool isIt = answer.isGood()
        && answer.object(u"location"_s).value(u"name"_s).toString() == m_order.testAccount;
    if (isIt)
        nextExperiment();
    else
        finish(Failure(otherAccount(m_order.service)));
}

void ProbeJob::nextExperiment()
{
    if (m_isCancelled) {
        finishCancelled();
        return;
    }
    while (m_current < m_experiments.size() && m_experiments[m_current].effect == RawEffect::Writes
           && m_order.effect == RawEffect::Reads)
        ++m_current;
    if (m_current == m_experiments.size()) {
        complete();
        return;
    }
    m_evidence = {};
    m_scene = {m_service.accountId(),
               QString(m_mark + u'x' + QString::number(m_current)),
               m_clock.now(),
               {}};
    nextStep();
}

void ProbeJob::nextStep()
{
    const Experiment &experiment = m_experiments[m_current];
    const Step step = experiment.next(m_scene);
    if (const auto *verdict = std::get_if<Verdict>(&step)) {
        conclude(*verdict);
        return;
    }
    const auto &request = std::get<RawRequest>(step);
    // What only reads never writes, whatever a table says.
    if (request.effect == RawEffect::Writes && experiment.effect == RawEffect::Reads)
        conclude(unknown(u"The experiment is declared wrongly."_s));
    else
        send(request);
}

void ProbeJob::send(const RawRequest &request)
{
    RawReplyJob *job
        = runJob(this, m_service.sendRaw(request),
                 [this, request](const Result<RawReply> &reply) { received(request, reply); });
    m_running = request.effect == RawEffect::Reads ? job : nullptr;
}

void ProbeJob::received(const RawRequest &request, const Result<RawReply> &reply)
{
    m_running = nullptr;
    keepTrackOf(request, reply);
    if (!reply) {
        m_evidence.append(evidenceOf(request, reply.error()));
        if (!m_firstError)
            m_firstError = reply.error();
        conclude(unknown(u"There was no reply: "_s + errorKindName(reply.error().kind) + u'.'));
        return;
    }
    m_wasAnswered = true;
    m_evidence.append(evidenceOf(request, *reply));
    m_scene.answers.push_back(answerFrom(*reply));
    if (m_isCancelled)
        conclude(unknown(u"Stopped on request."_s));
    else if (reply->status == 429)
        conclude(unknown(u"The allowance of requests was used up."_s));
    else
        nextStep();
}

void ProbeJob::keepTrackOf(const RawRequest &request, const Result<RawReply> &reply)
{
    if (!reply) {
        // It may have happened; nobody knows the id.
        if (makesSomething(request) && leavesWriteUnknown(reply.error()))
            m_leftBehind.append(unnamedRecord(request));
        return;
    }
    const ProbeReply answer = answerFrom(*reply);
    if (const std::optional<Leftover> made = madeBy(request, answer))
        m_made.append(*made);
    else if (makesSomething(request) && (answer.isGood() || answer.status >= 422)
             && answer.json.value(u"new"_s) != QJsonValue(false))
        m_leftBehind.append(unnamedRecord(request));
    if (request.method == RawMethod::Delete && answer.isGood())
        m_made.removeAll(request.path);
}

void ProbeJob::conclude(const Verdict &verdict)
{
    m_found.append({m_experiments[m_current].quirk, verdict, m_evidence});
    ++m_current;
    cleanUp();
}

void ProbeJob::cleanUp()
{
    if (m_made.isEmpty()) {
        nextExperiment();
        return;
    }
    const Leftover leftover = m_made.takeLast();
    // Not in m_running: what was made is deleted even if the probe is stopped.
    runJob(this, m_service.sendRaw(removalOf(leftover)),
           [this, leftover](const Result<RawReply> &reply) { removed(leftover, reply); });
}

void ProbeJob::removed(const Leftover &leftover, const Result<RawReply> &reply)
{
    const bool isGone = reply && (answerFrom(*reply).isGood() || reply->status == 404);
    if (!isGone)
        m_leftBehind.append(harmless(leftover.join(u'/'), 80));
    cleanUp();
}

void ProbeJob::complete()
{
    if (!m_wasAnswered && m_firstError) {
        finish(Failure(*m_firstError));
        return;
    }
    ProbeReport report {.service = m_order.service,
                        .account = m_service.accountId(),
                        .at = m_clock.now(),
                        .findings = {},
                        .leftBehind = m_leftBehind};
    for (const QuirkFacts &facts : quirks()) {
        if (facts.side == m_order.service)
            report.findings.append(findingOn(facts.quirk));
    }
    finish(report);
}

void ProbeJob::finishCancelled()
{
    Error stopped {
        .kind = ErrorKind::Cancelled, .message = Tr::tr("The probe was stopped."), .detail = {}};
    if (!m_leftBehind.isEmpty())
        stopped.message += u' '
            + Tr::tr("These records could not be deleted; delete them in %1: %2")
                  .arg(serviceName(m_order.service), m_leftBehind.join(u", "_s));
    finish(Failure(stopped));
}

QuirkFinding ProbeJob::findingOn(Quirk quirk) const
{
    const auto found = std::find_if(m_found.begin(), m_found.end(),
                                    [quirk](const auto &each) { return each.quirk == quirk; });
    if (found != m_found.end())
        return *found;
    const bool isSkipped
        = std::any_of(m_experiments.begin(), m_experiments.end(),
                      [quirk](const Experiment &each) { return each.quirk == quirk; });
    if (isSkipped)
        return {quirk, unknown(u"It shows only when something is written (--write)."_s)};
    const QString reason = whyUnseen(quirk);
    return {quirk, unknown(reason.isEmpty() ? u"There is no experiment on it."_s : reason)};
}

} // namespace twinbook
