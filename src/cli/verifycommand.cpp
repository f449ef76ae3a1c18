// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verifycommand.h"

#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

QJsonObject verificationToJson(const VerifyReport &report)
{
    QJsonArray differences;
    for (const VerifyReport::Difference &difference : report.differences) {
        differences.append(QJsonObject {{u"person"_s, difference.person},
                                        {u"field"_s, difference.field},
                                        {u"officernd"_s, difference.left.toJson()},
                                        {u"highlevel"_s, difference.right.toJson()},
                                        {u"reason"_s, fieldReasonName(difference.reason)},
                                        {u"standing"_s, standingName(difference.standing)}});
    }
    return {{u"verdict"_s, verdictName(report.verdict())},
            {u"digest"_s, report.digest},
            {u"drift"_s, report.figures().drift()},
            {u"drifted"_s, report.drifted},
            {u"compared"_s, report.compared},
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
    return report.verdict() == VerifyReport::Verdict::Agreement ? ExitCode::InAgreement
                                                                : ExitCode::PersonNeeded;
}

VerifyCommand::VerifyCommand(Context context, QStringList files, CertificateNames names)
    : Command(std::move(context))
    , m_files(std::move(files))
    , m_names(names)
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
    connect(*engine, &Engine::verified, this, &VerifyCommand::report);
    (*engine)->verify();
}

void VerifyCommand::report(const VerifyReport &report)
{
    for (const QString &file : m_files) {
        if (const Result<> written = writeCertificate(report, m_names, file); !written) {
            fail(written.error());
            return;
        }
    }
    printVerification(report, output());
    output().line(verdictText(report));
    for (const QString &file : m_files)
        output().line(tr("The certificate is in \"%1\".").arg(file));
    output().object(verificationToJson(report));
    Q_EMIT finished(exitCodeOf(report));
}

void VerifyHistoryCommand::run()
{
    constexpr int mostEntries = 50;
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    const Result<QList<VerificationEntry>> entries = database
        ? Verifications(*database, clock()).newest(mostEntries)
        : Result<QList<VerificationEntry>>(Failure(database.error()));
    if (!entries) {
        fail(entries.error());
        return;
    }
    QJsonArray json;
    for (const VerificationEntry &entry : *entries) {
        output().line(tr("%1: %2 of %3 people equal, drift %4 %, %5 questions, state %6.")
                          .arg(entry.at.toString(Qt::ISODate))
                          .arg(entry.equal)
                          .arg(entry.compared)
                          .arg(entry.drift() * 100, 0, 'f', 2)
                          .arg(entry.questions)
                          .arg(entry.digest.left(12)));
        json.append(figuresToJson(entry));
    }
    if (entries->isEmpty())
        output().line(tr("Nothing has been verified yet."));
    output().object({{u"verifications"_s, json}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
