// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/certificate.h"

#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Certificate)
};

QString standingText(VerifyReport::Standing standing)
{
    switch (standing) {
    case VerifyReport::Standing::Unaccepted:
        return Tr::tr("not accepted, to be carried across");
    case VerifyReport::Standing::Rule:
        return Tr::tr("accepted by a rule");
    case VerifyReport::Standing::OneWay:
        return Tr::tr("accepted, goes one way only");
    case VerifyReport::Standing::KeptQuestion:
        return Tr::tr("needs your decision");
    case VerifyReport::Standing::Frozen:
        return Tr::tr("accepted, both keep their own value");
    case VerifyReport::Standing::FormattingOnly:
        return Tr::tr("accepted, formatting only");
    case VerifyReport::Standing::LeftOut:
        return Tr::tr("accepted, person left out");
    }
    Q_UNREACHABLE();
}

QString aloneText(VerifyReport::Alone why)
{
    switch (why) {
    case VerifyReport::Alone::ToBeAdded:
        return Tr::tr("to be added on the other side");
    case VerifyReport::Alone::KeptQuestion:
        return Tr::tr("needs your decision");
    case VerifyReport::Alone::LeftOut:
        return Tr::tr("left out by a person");
    case VerifyReport::Alone::NothingFlows:
        return Tr::tr("no rule lets anything of them travel");
    case VerifyReport::Alone::Unexplained:
        return Tr::tr("for no known reason");
    }
    Q_UNREACHABLE();
}

QString named(const QString &ids, const QString &person, CertificateNames names)
{
    return names == CertificateNames::Shown ? QString(person + " ("_L1 + ids + u')') : ids;
}

QStringList figureLines(const VerifyReport &report)
{
    const VerificationEntry figures = report.figures();
    const auto number = [](int value) { return QString::number(value); };
    return {Tr::tr("Date: %1").arg(report.at.toUTC().toString(Qt::ISODate)),
            Tr::tr("OfficeRnD account: %1").arg(report.accounts.left),
            Tr::tr("HighLevel account: %1").arg(report.accounts.right),
            Tr::tr("Mapping version: %1").arg(number(report.mappingVersion)),
            Tr::tr("State (SHA-256): %1").arg(report.digest),
            Tr::tr("Compared: %1").arg(number(figures.compared)),
            Tr::tr("Equal: %1").arg(number(figures.equal)),
            Tr::tr("Drift: %1 % (%2 people with a difference that nobody accepted)")
                .arg(QString::number(figures.drift() * 100, 'f', 2), number(figures.drifted)),
            Tr::tr("Accepted differences: %1").arg(number(figures.accepted)),
            Tr::tr("Open questions: %1").arg(number(figures.questions)),
            Tr::tr("Only in OfficeRnD: %1").arg(number(figures.onlyLeft)),
            Tr::tr("Only in HighLevel: %1").arg(number(figures.onlyRight))};
}

} // namespace

QJsonObject figuresToJson(const VerificationEntry &figures)
{
    return {{u"at"_s, figures.at.toUTC().toString(Qt::ISODate)},
            {u"mappingVersion"_s, figures.mappingVersion},
            {u"digest"_s, figures.digest},
            {u"compared"_s, figures.compared},
            {u"equal"_s, figures.equal},
            {u"drifted"_s, figures.drifted},
            {u"drift"_s, figures.drift()},
            {u"accepted"_s, figures.accepted},
            {u"questions"_s, figures.questions},
            {u"onlyOfficernd"_s, figures.onlyLeft},
            {u"onlyHighlevel"_s, figures.onlyRight},
            {u"missing"_s, figures.missing}};
}

QString verdictText(const VerifyReport &report)
{
    switch (report.verdict()) {
    case VerifyReport::Verdict::Agreement:
        return Tr::tr("OfficeRnD and HighLevel are in agreement.");
    case VerifyReport::Verdict::QuestionsOnly:
        return Tr::tr("OfficeRnD and HighLevel are in agreement, except for %n question(s) that "
                      "need your decision.",
                      nullptr, report.figures().questions);
    case VerifyReport::Verdict::Disagreement:
        return Tr::tr("OfficeRnD and HighLevel are not in agreement. Sync to carry the "
                      "differences across.");
    }
    Q_UNREACHABLE();
}

QJsonObject certificateToJson(const VerifyReport &report, CertificateNames names)
{
    QJsonArray differences;
    for (const VerifyReport::Difference &each : report.differences) {
        QJsonObject json {{u"officerndId"_s, each.leftId.text()},
                          {u"highlevelId"_s, each.rightId.text()},
                          {u"field"_s, each.field},
                          {u"standing"_s, standingName(each.standing)},
                          {u"reason"_s, fieldReasonName(each.reason)}};
        if (names == CertificateNames::Shown)
            json.insert(u"person"_s, each.person);
        differences.append(json);
    }
    QJsonArray oneSided;
    for (const VerifyReport::OneSided &each : report.oneSided) {
        QJsonObject json {{u"service"_s, serviceKey(each.on)},
                          {u"id"_s, each.id.text()},
                          {u"reason"_s, aloneName(each.why)}};
        if (names == CertificateNames::Shown)
            json.insert(u"person"_s, each.person);
        oneSided.append(json);
    }
    QJsonObject formatting;
    for (auto it = report.formattingOnly.cbegin(); it != report.formattingOnly.cend(); ++it)
        formatting.insert(it.key(), it.value());
    QJsonObject json = figuresToJson(report.figures());
    json.insert(u"verdict"_s, verdictName(report.verdict()));
    json.insert(u"accounts"_s,
                QJsonObject {{u"officernd"_s, report.accounts.left},
                             {u"highlevel"_s, report.accounts.right}});
    json.insert(u"differences"_s, differences);
    json.insert(u"oneSided"_s, oneSided);
    json.insert(u"formattingOnly"_s, formatting);
    return json;
}

QString certificateText(const VerifyReport &report, CertificateNames names)
{
    QStringList lines {Tr::tr("Certificate of agreement"), verdictText(report), {}};
    lines += figureLines(report);
    if (!report.differences.empty())
        lines << QString() << Tr::tr("Differences");
    for (const VerifyReport::Difference &each : report.differences) {
        const QString why = each.standing == VerifyReport::Standing::LeftOut
                || each.standing == VerifyReport::Standing::Unaccepted
            ? standingText(each.standing)
            : QString(standingText(each.standing) + ": "_L1 + reasonText(each.reason));
        lines << u"  %1, %2 - %3"_s.arg(
            named(each.leftId.text() + " / "_L1 + each.rightId.text(), each.person, names),
            each.field, why);
    }
    if (!report.oneSided.empty())
        lines << QString() << Tr::tr("People on one side only");
    for (const VerifyReport::OneSided &each : report.oneSided) {
        lines << u"  %1: %2 - %3"_s.arg(
            serviceName(each.on), named(each.id.text(), each.person, names), aloneText(each.why));
    }
    if (!report.formattingOnly.isEmpty())
        lines << QString() << Tr::tr("Equal but for formatting");
    for (auto it = report.formattingOnly.cbegin(); it != report.formattingOnly.cend(); ++it)
        lines << u"  %1: %2"_s.arg(it.key()).arg(it.value());
    return lines.join(u'\n') + u'\n';
}

Result<> writeCertificate(const VerifyReport &report, CertificateNames names, const QString &file)
{
    const QByteArray content = file.endsWith(".json"_L1, Qt::CaseInsensitive)
        ? QJsonDocument(certificateToJson(report, names)).toJson()
        : certificateText(report, names).toUtf8();
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly)
        && out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && out.write(content) == content.size() && out.commit();
    if (written)
        return {};
    return Failure(Error {.kind = ErrorKind::Storage,
                          .message = Tr::tr("The certificate cannot be written to \"%1\". Choose "
                                            "another place. Nothing was changed.")
                                         .arg(file),
                          .detail = out.errorString()});
}

} // namespace twinbook::cli
