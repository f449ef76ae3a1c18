// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verifycommand.h"

#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

QJsonObject verificationToJson(const VerifyReport &report)
{
    QJsonArray differences;
    for (const VerifyReport::Difference &difference : report.differences) {
        differences.append(QJsonObject {
            {u"person"_s, difference.person},
            {u"field"_s, difference.field},
            {u"officernd"_s, difference.left.toJson()},
            {u"highlevel"_s, difference.right.toJson()},
            {u"reason"_s, fieldReasonName(difference.reason)},
            {u"accepted"_s, difference.accepted == VerifyReport::Difference::Accepted::Yes}});
    }
    return {{u"compared"_s, report.compared},
            {u"equal"_s, report.equal},
            {u"onlyOfficernd"_s, report.onlyLeft},
            {u"onlyHighlevel"_s, report.onlyRight},
            {u"differences"_s, differences}};
}

void printVerification(const VerifyReport &report, const Output &output)
{
    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(twinbook::Verification)
    };
    output.line(Tr::tr("%1 people compared, %2 equal, %3 only in OfficeRnD, %4 only in HighLevel.")
                    .arg(report.compared)
                    .arg(report.equal)
                    .arg(report.onlyLeft)
                    .arg(report.onlyRight));
    for (const VerifyReport::Difference &difference : report.differences) {
        output.line(u"  %1, %2: OfficeRnD \"%3\", HighLevel \"%4\" - %5"_s.arg(
            difference.person, difference.field, difference.left.toDisplay(),
            difference.right.toDisplay(), reasonText(difference.reason)));
    }
}

ExitCode exitCodeOf(const VerifyReport &report)
{
    const bool allAccepted = std::all_of(
        report.differences.cbegin(), report.differences.cend(), [](const auto &difference) {
            return difference.accepted == VerifyReport::Difference::Accepted::Yes;
        });
    return allAccepted && report.onlyLeft == 0 && report.onlyRight == 0 ? ExitCode::InAgreement
                                                                        : ExitCode::PersonNeeded;
}

VerifyCommand::VerifyCommand(Context context)
    : Command(std::move(context))
{ }

VerifyCommand::~VerifyCommand() = default;

void VerifyCommand::run()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    const Result<Engine *> engine = m_workspace->engine();
    if (!engine) {
        fail(engine.error());
        return;
    }
    connect(*engine, &Engine::failed, this, &VerifyCommand::fail);
    connect(*engine, &Engine::verified, this, [this](const VerifyReport &report) {
        printVerification(report, output());
        output().object(verificationToJson(report));
        Q_EMIT finished(exitCodeOf(report));
    });
    (*engine)->verify();
}

} // namespace twinbook::cli
