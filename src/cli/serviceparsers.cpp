// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/parsers.h"

#include "cli/connectcommand.h"
#include "cli/keptprobecommand.h"
#include "cli/practicecommand.h"
#include "cli/probecommand.h"
#include "cli/sandboxcommand.h"
#include "cli/signincommand.h"
#include "officernd/organization.h"
#include "probe/probefile.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Arguments)
};

bool isServiceKey(const QString &word)
{
    return word == serviceKey(Side::Left) || word == serviceKey(Side::Right);
}

Result<sandbox::SandboxOptions> sandboxOptions(const Options &options)
{
    sandbox::SandboxOptions sandbox;
    const Result<int> people = options.number(u"people"_s, sandbox.people, 1'000'000);
    const Result<int> officeRnDPort = options.number(u"officernd-port"_s, 0, 65535);
    const Result<int> highLevelPort = options.number(u"highlevel-port"_s, 0, 65535);
    for (const Result<int> &number : {people, officeRnDPort, highLevelPort}) {
        if (!number)
            return Failure(number.error());
    }
    sandbox.people = *people;
    sandbox.officerndPort = static_cast<quint16>(*officeRnDPort);
    sandbox.highlevelPort = static_cast<quint16>(*highLevelPort);
    if (options.has(u"seed"_s)) {
        bool readable = false;
        sandbox.seed = options.text(u"seed"_s).toULongLong(&readable);
        if (!readable)
            return refused(Tr::tr("--seed takes a whole number."));
    }
    const Result<QString> pace = options.choice(u"pace"_s, u"relaxed"_s, u"exact"_s);
    if (!pace)
        return Failure(pace.error());
    sandbox.pace = *pace == "exact"_L1 ? sandbox::SandboxOptions::Pace::Exact
                                       : sandbox::SandboxOptions::Pace::Relaxed;
    const Result<QuirkSet> probed = quirksFromProbeFiles(options.texts(u"quirks"_s));
    if (!probed)
        return Failure(probed.error());
    sandbox.quirks = *probed;
    const QStringList left = options.texts(u"without"_s);
    for (const QString &name : left) {
        const std::optional<Quirk> quirk = quirkNamed(name);
        if (!quirk)
            return refused(Tr::tr("--without takes one of the names that \"twinbookctl sandbox "
                                  "quirks\" lists."));
        sandbox.quirks = sandbox.quirks.without(*quirk);
    }
    const bool oneList = options.has(u"officernd-csv"_s) != options.has(u"highlevel-csv"_s);
    if (oneList)
        return refused(Tr::tr("--officernd-csv and --highlevel-csv go together."));
    if (options.has(u"officernd-csv"_s))
        sandbox.csv = {options.text(u"officernd-csv"_s), options.text(u"highlevel-csv"_s)};
    return sandbox;
}

MaybeCommand serve(const Options &options)
{
    const Result<sandbox::SandboxOptions> sandbox = sandboxOptions(options);
    if (!sandbox)
        return Failure(sandbox.error());
    const Result<int> port = options.number(u"control-port"_s, 0, 65535);
    if (!port)
        return Failure(port.error());
    std::optional<quint16> controlPort;
    if (options.has(u"control-port"_s))
        controlPort = static_cast<quint16>(*port);
    return std::make_unique<SandboxCommand>(contextOf(options), *sandbox, controlPort);
}

MaybeCommand signIn(const Options &options)
{
    SignInCommand::Order order;
    order.url = QUrl(options.text(u"url"_s), QUrl::StrictMode);
    order.identityUrl = QUrl(options.text(u"identity-url"_s), QUrl::StrictMode);
    order.app.clientId = options.text(u"client-id"_s);
    order.app.redirectPage = QUrl(options.text(u"redirect-page"_s), QUrl::StrictMode);
    order.app.authorizeUrl = QUrl(options.text(u"authorize-url"_s), QUrl::StrictMode);
    if (order.app.redirectPage.isEmpty() && options.has(u"redirect-page"_s))
        return refused(Tr::tr("--redirect-page takes the address of a page."));
    order.account = options.text(u"location"_s);
    if (options.word(1) == "officernd"_L1) {
        order.side = Side::Left;
        order.account = options.text(u"organization"_s);
    } else if (options.word(1) != "highlevel"_L1) {
        return refused(Tr::tr("\"connect\" takes officernd, highlevel or redirect-page FILE."));
    }
    if (order.app.clientId.isEmpty())
        return refused(Tr::tr("--client-id is missing."));
    return std::make_unique<SignInCommand>(contextOf(options), order);
}

} // namespace

MaybeCommand parsePractice(const Options &options)
{
    const Result<sandbox::SandboxOptions> sandbox = sandboxOptions(options);
    if (!sandbox)
        return Failure(sandbox.error());
    const Result<QString> answer = options.choice(u"answer-candidates"_s, u"leave"_s, u"same"_s);
    if (!answer)
        return Failure(answer.error());
    const auto candidates = *answer == "same"_L1 ? PracticeCommand::Candidates::SayTheSame
                                                 : PracticeCommand::Candidates::Leave;
    return std::make_unique<PracticeCommand>(contextOf(options), *sandbox, candidates);
}

MaybeCommand parseSandbox(const Options &options)
{
    using Subject = SandboxListCommand::Subject;
    if (options.word(1) == "serve"_L1)
        return serve(options);
    if (options.word(1) == "quirks"_L1)
        return std::make_unique<SandboxListCommand>(contextOf(options), Subject::Quirks);
    if (options.word(1) == "faults"_L1)
        return std::make_unique<SandboxListCommand>(contextOf(options), Subject::Faults);
    return refused(Tr::tr("\"sandbox\" takes serve, quirks or faults."));
}

MaybeCommand parseConnect(const Options &options)
{
    if (options.word(1) == "redirect-page"_L1 && !options.word(2).isEmpty())
        return std::make_unique<RedirectPageCommand>(contextOf(options), options.word(2));
    if (!options.word(2).isEmpty())
        return refused(Tr::tr("\"%1\" is one word too many.").arg(options.word(2)));
    if (options.has(u"browser"_s))
        return signIn(options);
    ConnectCommand::Account account;
    account.url = QUrl(options.text(u"url"_s), QUrl::StrictMode);
    if (options.word(1) == "highlevel"_L1) {
        account.side = Side::Right;
        account.name = options.text(u"location"_s);
        if (account.name.isEmpty())
            return refused(Tr::tr("--location is missing."));
        return std::make_unique<ConnectCommand>(contextOf(options), account);
    }
    if (options.word(1) != "officernd"_L1)
        return refused(Tr::tr("\"connect\" takes officernd, highlevel or redirect-page FILE."));
    const Result<QString> organization = organizationSlug(options.text(u"organization"_s));
    if (!organization)
        return Failure(organization.error());
    account.name = *organization;
    account.identityUrl = QUrl(options.text(u"identity-url"_s), QUrl::StrictMode);
    account.clientId = options.text(u"client-id"_s);
    if (account.clientId.isEmpty())
        return refused(Tr::tr("--client-id is missing."));
    return std::make_unique<ConnectCommand>(contextOf(options), account);
}

MaybeCommand parseProbe(const Options &options)
{
    using Action = KeptProbeCommand::Action;
    const QString what = options.word(1);
    const QString argument = options.word(2);
    if (what == "show"_L1 && argument.isEmpty())
        return std::make_unique<KeptProbeCommand>(contextOf(options), Action::Show, argument);
    if (what == "use"_L1 && !argument.isEmpty())
        return std::make_unique<KeptProbeCommand>(contextOf(options), Action::Use, argument);
    if (what == "discard"_L1 && isServiceKey(argument))
        return std::make_unique<KeptProbeCommand>(contextOf(options), Action::Discard, argument);
    ProbeOrder order;
    order.testAccount = options.text(u"test-account"_s);
    if (!isServiceKey(what) || !argument.isEmpty())
        return refused(Tr::tr("\"probe\" takes officernd or highlevel, show, use FILE, or discard "
                              "officernd or highlevel."));
    if (what == serviceKey(Side::Right))
        order.service = Side::Right;
    if (options.has(u"write"_s) != !order.testAccount.isEmpty())
        return refused(Tr::tr("--write and --test-account go together."));
    if (options.has(u"write"_s))
        order.effect = RawEffect::Writes;
    return std::make_unique<ProbeCommand>(contextOf(options), order, options.text(u"out"_s));
}

} // namespace twinbook::cli
