// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/keptprobes.h"

#include "core/logging.h"
#include "probe/probereport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::KeptProbes)
};

QString sectionOf(Side side)
{
    return "probe-"_L1 + serviceKey(side);
}

QString stateOf(const QJsonValue &quirk)
{
    return quirk.toObject().value("state"_L1).toString();
}

//! The states of the quirks, without evidence: what an earlier probe of the account knew and this
//! one did not see, then what this one saw.
QJsonObject statesOf(const QJsonObject &report, const QJsonObject &before)
{
    const QString unknown = quirkStateName(QuirkState::Unknown);
    const bool isSameAccount = before.value("account"_L1) == report.value("account"_L1);
    const QJsonObject earlier
        = isSameAccount ? before.value("quirks"_L1).toObject() : QJsonObject();
    const QJsonObject found = report.value("quirks"_L1).toObject();
    QJsonObject states = earlier;
    for (auto each = found.begin(); each != found.end(); ++each) {
        if (stateOf(each.value()) != unknown || !states.contains(each.key()))
            states.insert(each.key(), QJsonObject {{u"state"_s, stateOf(each.value())}});
    }
    return states;
}

} // namespace

KeptProbes::KeptProbes(const Database &database, const Clock &clock)
    : m_settings(database, clock)
{ }

Result<> KeptProbes::keep(const QJsonObject &report)
{
    if (const Result<QuirkSet> quirks = quirksFromProbe(report); !quirks)
        return Failure(quirks.error());
    const QString service = report.value("service"_L1).toString();
    const QString section = "probe-"_L1 + service;
    const Result<QJsonObject> before = m_settings.section(section);
    if (!before)
        return Failure(before.error());
    // What cannot be used is not carried on.
    const QJsonObject usable = quirksFromProbe(*before) ? *before : QJsonObject();
    return m_settings.setSection(section,
                                 {{u"service"_s, service},
                                  {u"account"_s, report.value("account"_L1).toString()},
                                  {u"time"_s, report.value("time"_L1).toString()},
                                  {u"quirks"_s, statesOf(report, usable)}});
}

Result<> KeptProbes::discard(Side side)
{
    return m_settings.setSection(sectionOf(side), {});
}

Result<std::optional<KeptProbe>> KeptProbes::kept(Side side) const
{
    const Result<QJsonObject> stored = m_settings.section(sectionOf(side));
    if (!stored)
        return Failure(stored.error());
    if (stored->isEmpty())
        return std::optional<KeptProbe>();
    if (const Result<QuirkSet> quirks = quirksFromProbe(*stored); !quirks) {
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = Tr::tr("What a probe of %1 found out was kept by another version of "
                              "Twinbook and is not used. Probe the account again, or discard it.")
                           .arg(serviceName(side)),
            .detail = quirks.error().detail});
    }
    KeptProbe probe {.account = stored->value("account"_L1).toString(),
                     .at = QDateTime::fromString(stored->value("time"_L1).toString(), Qt::ISODate),
                     .confirmed = {},
                     .contradicted = {}};
    const QJsonObject states = stored->value("quirks"_L1).toObject();
    for (const QuirkFacts &facts : quirks()) {
        const QString state = stateOf(states.value(QLatin1StringView(facts.name)));
        if (state == quirkStateName(QuirkState::Contradicted))
            probe.contradicted.append(facts.quirk);
        else if (state == quirkStateName(QuirkState::Confirmed))
            probe.confirmed.append(facts.quirk);
    }
    return std::optional(probe);
}

QuirkSet KeptProbes::quirksOf(Side side, const QString &account) const
{
    QuirkSet held;
    const Result<std::optional<KeptProbe>> probe = kept(side);
    if (!probe)
        qCWarning(logStore) << "the kept probe of" << serviceKey(side) << "is not used";
    if (!probe || !*probe || (*probe)->account != account)
        return held;
    for (const Quirk quirk : (*probe)->contradicted)
        held = held.without(quirk);
    return held;
}

} // namespace twinbook
