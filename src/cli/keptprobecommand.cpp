// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keptprobecommand.h"

#include "probe/probefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::KeptProbe)
};

QStringList namesOf(const QList<Quirk> &quirks)
{
    QStringList names;
    for (const Quirk quirk : quirks)
        names.append(QString::fromLatin1(factsOf(quirk).name));
    return names;
}

QJsonObject jsonOf(const KeptProbe &probe)
{
    return {{u"account"_s, probe.account},
            {u"time"_s, probe.at.toUTC().toString(Qt::ISODate)},
            {u"confirmed"_s, QJsonArray::fromStringList(namesOf(probe.confirmed))},
            {u"contradicted"_s, QJsonArray::fromStringList(namesOf(probe.contradicted))}};
}

} // namespace

QString keptProbeSentence(Side side, const KeptProbe &probe)
{
    const QString when = QLocale().toString(probe.at.toLocalTime(), QLocale::ShortFormat);
    if (probe.contradicted.isEmpty())
        return Tr::tr("Twinbook goes by the probe of %1: the account \"%2\" behaved as expected "
                      "on %3. \"twinbookctl probe discard %4\" forgets that.")
            .arg(serviceName(side), probe.account, when, serviceKey(side));
    return Tr::tr("Twinbook goes by the probe of %1: the account \"%2\" behaved otherwise than "
                  "expected on %3 (%4), and is treated that way from now on. \"twinbookctl probe "
                  "discard %5\" forgets that.")
        .arg(serviceName(side), probe.account, when, namesOf(probe.contradicted).join(u", "_s),
             serviceKey(side));
}

KeptProbeCommand::KeptProbeCommand(Context context, Action action, const QString &argument)
    : Command(std::move(context))
    , m_action(action)
    , m_argument(argument)
{ }

KeptProbeCommand::~KeptProbeCommand() = default;

void KeptProbeCommand::run()
{
    const Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    if (const Result<> done = act(**workspace); !done)
        fail(done.error());
    else
        Q_EMIT finished(ExitCode::InAgreement);
}

Result<> KeptProbeCommand::act(Workspace &workspace) const
{
    switch (m_action) {
    case Action::Show:
        return show(workspace);
    case Action::Use:
        return use(workspace);
    case Action::Discard:
        return discard(workspace);
    }
    Q_UNREACHABLE();
}

Result<> KeptProbeCommand::use(Workspace &workspace) const
{
    const Result<> kept = readProbeFile(m_argument).and_then([&](const QJsonObject &report) {
        return workspace.keepProbe(report);
    });
    return kept ? show(workspace) : kept;
}

Result<> KeptProbeCommand::discard(Workspace &workspace) const
{
    const Side side = m_argument == serviceKey(Side::Left) ? Side::Left : Side::Right;
    if (const Result<> gone = workspace.probes().discard(side); !gone)
        return gone;
    output().line(
        tr("What a probe of %1 found out is forgotten. Twinbook expects the usual behaviour again.")
            .arg(serviceName(side)));
    output().object({{u"discarded"_s, serviceKey(side)}});
    return {};
}

Result<> KeptProbeCommand::show(Workspace &workspace) const
{
    QJsonObject all;
    for (const Side side : bothSides) {
        const Result<std::optional<KeptProbe>> probe = workspace.probes().kept(side);
        if (!probe)
            return Failure(probe.error());
        if (!*probe) {
            output().line(tr("Nothing is kept of a probe of %1: Twinbook expects the usual "
                             "behaviour.")
                              .arg(serviceName(side)));
            continue;
        }
        output().line(keptProbeSentence(side, **probe));
        for (const Quirk quirk : (*probe)->contradicted)
            output().line(tr("  Not so: %1").arg(QString::fromLatin1(factsOf(quirk).statement)));
        all.insert(serviceKey(side), jsonOf(**probe));
    }
    output().object({{u"probes"_s, all}});
    return {};
}

} // namespace twinbook::cli
