// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/linkidscommand.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

LinkIdsCommand::LinkIdsCommand(Context context, LinkIds wanted)
    : Command(std::move(context))
    , m_wanted(wanted)
{ }

LinkIdsCommand::~LinkIdsCommand() = default;

void LinkIdsCommand::run()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    Result<std::unique_ptr<KeepLinkIds>> job = m_workspace->keepLinkIds(m_wanted);
    if (!job) {
        fail(job.error());
        return;
    }
    runJob(this, *std::move(job), [this](const Result<PerSide<LinkIds>> &kept) {
        if (kept)
            tell(*kept);
        else
            fail(kept.error());
    });
}

void LinkIdsCommand::tell(const PerSide<LinkIds> &kept)
{
    if (m_wanted == LinkIds::NotKept)
        output().line(tr("Numbers are no longer kept. Those already written stay where they are."));
    for (const Side side : bothSides) {
        if (m_wanted == LinkIds::NotKept)
            break;
        output().line(
            kept[side] == LinkIds::Kept
                ? tr("%1 keeps the number that a person has in %2, in the field \"%3\". It is "
                     "written with the person's next change.")
                      .arg(serviceName(side), serviceName(opposite(side)), linkFieldTitle(side))
                : tr("%1 has no field for the number that a person has in %2. To keep it there "
                     "too, add a text property \"%3\" for members in %1's settings, then give "
                     "this command again.")
                      .arg(serviceName(side), serviceName(opposite(side)), linkFieldTitle(side)));
    }
    output().object({{u"officernd"_s, kept.left == LinkIds::Kept},
                     {u"highlevel"_s, kept.right == LinkIds::Kept}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
