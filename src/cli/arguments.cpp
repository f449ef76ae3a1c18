// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/arguments.h"

#include "cli/cataloguecallcommand.h"
#include "cli/cataloguecommand.h"
#include "cli/connectcommand.h"
#include "cli/decisionscommand.h"
#include "cli/historycommand.h"
#include "cli/keptprobecommand.h"
#include "cli/mappingcommand.h"
#include "cli/practicecommand.h"
#include "cli/probecommand.h"
#include "cli/requestscommand.h"
#include "cli/restorecommand.h"
#include "cli/sandboxcommand.h"
#include "cli/signincommand.h"
#include "cli/statuscommand.h"
#include "cli/synccommand.h"
#include "cli/undocommand.h"
#include "cli/verifycommand.h"
#include "cli/whycommand.h"
#include "officernd/organization.h"
#include "probe/probefile.h"
#include "viewmodels/requestexport.h"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

using MaybeCommand = Result<std::unique_ptr<Command>>;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Arguments)
};

const QString usage = uR"(twinbookctl COMMAND [OPTIONS]

  practice [--people N] [--seed S] [--officernd-csv F --highlevel-csv F] [--answer-candidates leave|same]
  sandbox serve [--officernd-port P] [--highlevel-port P] [--people N] [--seed S] [--pace exact|relaxed]
                [--without QUIRK]... [--quirks PROBEFILE]... [--control-port P]
  sandbox quirks
  sandbox faults
  connect officernd --organization SLUG --client-id ID [--url U --identity-url U]   (secret on standard input)
  connect highlevel --location ID [--url U]                                       (secret on standard input)
  connect highlevel --browser --client-id ID [--redirect-page U] [--location ID] [--url U --authorize-url U]
  connect officernd --browser --client-id ID [--redirect-page U] [--organization SLUG] [--url U --identity-url U]
                                                      (client secret on standard input, then the answers)
  connect redirect-page FILE
  preview
  sync [--yes] [--limit N]
  verify
  status
  history [RUN] [--days N]                     (of the last N days)
  history keep DAYS                            (7 to 90; usually 30)
  why PERSON FIELD                             (PERSON is an id or an e-mail address)
  undo run N [--preview | --yes]
  undo person PERSON [--preview | --yes]       (the newest sync that changed this person)
  undo field PERSON FIELD [--preview | --yes]
  restore list
  restore use N
  decisions list
  decisions resolve ID --use officernd|highlevel|VALUE|same|different|unlink|add-again
  mapping export FILE
  mapping import FILE
  catalogue list [--service officernd|highlevel] [--use sync|available|never] [TEXT]
  catalogue show NAME
  catalogue call NAME [--set FIELD=VALUE]... [--body FILE|-] [--yes]
  catalogue sent
  probe officernd|highlevel [--out FILE] [--write --test-account NAME]
  probe show
  probe use FILE
  probe discard officernd|highlevel
  requests list [--service officernd|highlevel] [--failed] [--last N] [--since TIME] [--csv] [TEXT]
  requests export FILE.csv|FILE.json [--service officernd|highlevel] [--failed] [--last N] [--since TIME]

Everywhere: --data-dir DIR, --json, --developer (allows plain http to this computer), --help, --version
Exit codes: 0 in agreement, 1 a person is needed, 2 errors, 3 stopped
)"_s;

Failure refused(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = sentence + u' '
                              + Tr::tr("\"twinbookctl --help\" shows what can be asked."),
                          .detail = {}});
}

//! Everything any command takes; each command looks at its own.
class Options
{
public:
    Options()
    {
        for (const QString &flag : {u"json"_s, u"developer"_s, u"yes"_s, u"write"_s, u"failed"_s,
                                    u"csv"_s, u"browser"_s, u"preview"_s, u"help"_s, u"version"_s})
            m_parser.addOption(QCommandLineOption(flag));
        for (const QString &name : {u"data-dir"_s,
                                    u"people"_s,
                                    u"seed"_s,
                                    u"officernd-csv"_s,
                                    u"highlevel-csv"_s,
                                    u"answer-candidates"_s,
                                    u"officernd-port"_s,
                                    u"highlevel-port"_s,
                                    u"pace"_s,
                                    u"url"_s,
                                    u"identity-url"_s,
                                    u"organization"_s,
                                    u"client-id"_s,
                                    u"location"_s,
                                    u"limit"_s,
                                    u"use"_s,
                                    u"service"_s,
                                    u"set"_s,
                                    u"body"_s,
                                    u"control-port"_s,
                                    u"without"_s,
                                    u"out"_s,
                                    u"test-account"_s,
                                    u"quirks"_s,
                                    u"last"_s,
                                    u"since"_s,
                                    u"redirect-page"_s,
                                    u"authorize-url"_s,
                                    u"days"_s})
            m_parser.addOption(QCommandLineOption(name, {}, name));
    }

    [[nodiscard]] Result<> parse(const QStringList &arguments)
    {
        if (m_parser.parse(arguments))
            return {};
        return refused(m_parser.errorText());
    }

    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    //! Of an option that can be given several times.
    [[nodiscard]] QStringList texts(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] QString word(qsizetype index) const
    {
        return m_parser.positionalArguments().value(index);
    }
    [[nodiscard]] qsizetype words() const { return m_parser.positionalArguments().size(); }

    //! One of the two words it takes, or the first if it was not given.
    [[nodiscard]] Result<QString> choice(const QString &name, const QString &usual,
                                         const QString &other) const
    {
        const QString given = text(name);
        if (!has(name) || given == usual)
            return usual;
        if (given == other)
            return other;
        return refused(Tr::tr("--%1 takes %2 or %3.").arg(name, usual, other));
    }

    //! A whole number from 0 to `most`, or `otherwise` if it was not given.
    [[nodiscard]] Result<int> number(const QString &name, int otherwise, int most) const
    {
        if (!has(name))
            return otherwise;
        bool readable = false;
        const int number = text(name).toInt(&readable);
        if (readable && number >= 0 && number <= most)
            return number;
        return refused(Tr::tr("--%1 takes a whole number from 0 to %2.").arg(name).arg(most));
    }

private:
    QCommandLineParser m_parser;
};

bool isServiceKey(const QString &word)
{
    return word == serviceKey(Side::Left) || word == serviceKey(Side::Right);
}

Context contextOf(const Options &options)
{
    QString directory = options.text(u"data-dir"_s);
    if (directory.isEmpty() && options.word(0) != "practice"_L1)
        directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return {directory,
            options.has(u"developer"_s) ? HostPolicy::AlsoLoopback : HostPolicy::ServiceOnly,
            Output(options.has(u"json"_s) ? Output::Format::Json : Output::Format::Text)};
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

MaybeCommand practice(const Options &options)
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

MaybeCommand sandboxCommand(const Options &options)
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

MaybeCommand connectAccount(const Options &options)
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

MaybeCommand sync(const Options &options)
{
    const Result<int> limit = options.number(u"limit"_s, 0, 1'000'000);
    if (!limit)
        return Failure(limit.error());
    const auto goal
        = options.has(u"yes"_s) ? SyncCommand::Goal::Apply : SyncCommand::Goal::AskFirst;
    return std::make_unique<SyncCommand>(contextOf(options), goal, *limit);
}

MaybeCommand decisions(const Options &options)
{
    if (options.word(1) == "list"_L1)
        return std::make_unique<DecisionsCommand>(contextOf(options), 0, QString());
    const qint64 id = options.word(2).toLongLong();
    if (options.word(1) != "resolve"_L1 || id <= 0 || !options.has(u"use"_s))
        return refused(Tr::tr("\"decisions\" takes list, or resolve ID --use CHOICE."));
    return std::make_unique<DecisionsCommand>(contextOf(options), id, options.text(u"use"_s));
}

MaybeCommand mapping(const Options &options)
{
    const QString file = options.word(2);
    if (options.word(1) == "export"_L1 && !file.isEmpty())
        return std::make_unique<MappingCommand>(contextOf(options), MappingCommand::Way::Export,
                                                file);
    if (options.word(1) == "import"_L1 && !file.isEmpty())
        return std::make_unique<MappingCommand>(contextOf(options), MappingCommand::Way::Import,
                                                file);
    return refused(Tr::tr("\"mapping\" takes export FILE or import FILE."));
}

Result<OperationFilter> operationFilter(const Options &options)
{
    OperationFilter filter {.text = options.word(2)};
    const QString service = options.text(u"service"_s);
    const QString use = options.text(u"use"_s);
    for (const Side side : bothSides) {
        if (service == serviceKey(side))
            filter.service = side;
    }
    for (const auto each : {OperationUse::Sync, OperationUse::Available, OperationUse::Never}) {
        if (use == useKey(each))
            filter.use = each;
    }
    if (options.has(u"service"_s) && !filter.service)
        return refused(Tr::tr("--service takes officernd or highlevel."));
    if (options.has(u"use"_s) && !filter.use)
        return refused(Tr::tr("--use takes sync, available or never."));
    return filter;
}

Result<CatalogueCallCommand::Call> catalogueCall(const Options &options)
{
    CatalogueCallCommand::Call call {options.word(2),
                                     {},
                                     options.text(u"body"_s),
                                     options.has(u"yes"_s)
                                         ? CatalogueCallCommand::Consent::Given
                                         : CatalogueCallCommand::Consent::AskFirst};
    const QStringList values = options.texts(u"set"_s);
    for (const QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals <= 0)
            return refused(Tr::tr("--set takes FIELD=VALUE."));
        call.values.append({value.left(equals), value.mid(equals + 1)});
    }
    return call;
}

MaybeCommand catalogue(const Options &options)
{
    const QString name = options.word(2);
    if (options.word(1) == "list"_L1) {
        const Result<OperationFilter> filter = operationFilter(options);
        if (!filter)
            return Failure(filter.error());
        return std::make_unique<CatalogueCommand>(contextOf(options), *filter);
    }
    if (options.word(1) == "show"_L1 && !name.isEmpty())
        return std::make_unique<CatalogueCommand>(contextOf(options), name);
    if (options.word(1) == "call"_L1 && !name.isEmpty()) {
        const Result<CatalogueCallCommand::Call> call = catalogueCall(options);
        if (!call)
            return Failure(call.error());
        return std::make_unique<CatalogueCallCommand>(contextOf(options), *call);
    }
    if (options.word(1) == "sent"_L1 && name.isEmpty())
        return std::make_unique<CatalogueSentCommand>(contextOf(options));
    return refused(Tr::tr("\"catalogue\" takes list, show NAME, call NAME or sent."));
}

MaybeCommand probe(const Options &options)
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

//! A day or a moment in local time; QDateTime() for neither.
QDateTime momentIn(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day.startOfDay() : QDateTime::fromString(text, Qt::ISODate);
}

MaybeCommand requests(const Options &options)
{
    const bool isExport = options.word(1) == "export"_L1;
    if (isExport ? options.word(2).isEmpty() : options.word(1) != "list"_L1)
        return refused(Tr::tr("\"requests\" takes list or export FILE."));
    const Result<OperationFilter> services = operationFilter(options);
    const Result<int> last = options.number(u"last"_s, 0, 1'000'000);
    if (!services)
        return Failure(services.error());
    if (!last)
        return Failure(last.error());
    RequestsCommand::Order order;
    order.filter.service = services->service;
    order.filter.text = isExport ? QString() : options.word(2);
    if (options.has(u"failed"_s))
        order.filter.outcome = LoggedRequestFilter::Outcome::Failures;
    order.filter.since = momentIn(options.text(u"since"_s));
    if (options.has(u"since"_s) && !order.filter.since.isValid())
        return refused(Tr::tr("--since takes a day or a moment, such as 2026-11-23 or "
                              "2026-11-23T14:30."));
    order.last = *last;
    if (options.has(u"csv"_s))
        order.shape = RequestsCommand::Order::Shape::Csv;
    order.file = isExport ? options.word(2) : QString();
    if (const auto format = requestFormatOf(order.file); isExport && !format)
        return Failure(format.error());
    return std::make_unique<RequestsCommand>(contextOf(options), order);
}

MaybeCommand history(const Options &options)
{
    const QString word = options.word(1);
    const Result<int> days = options.number(u"days"_s, 0, 36500);
    if (!days)
        return Failure(days.error());
    bool readable = word.isEmpty();
    const int number = (word == "keep"_L1 ? options.word(2) : word).toInt(&readable);
    if (word == "keep"_L1 && readable && number > 0)
        return std::make_unique<HistoryKeepCommand>(contextOf(options), number);
    if (options.words() > 2 && word != "keep"_L1)
        return refused(Tr::tr("\"%1\" is one word too many.").arg(options.word(2)));
    if (!word.isEmpty() && (!readable || number <= 0))
        return refused(Tr::tr("\"history\" takes the number of a run, or keep DAYS."));
    return std::make_unique<HistoryCommand>(contextOf(options), number, *days);
}

MaybeCommand undo(const Options &options)
{
    UndoCommand::Subject subject;
    const QString kind = options.word(1);
    if (kind == "run"_L1 && options.words() == 3)
        subject.run = options.word(2).toLongLong();
    else if ((kind == "person"_L1 && options.words() == 3)
             || (kind == "field"_L1 && options.words() == 4))
        subject = {0, options.word(2), options.word(3)};
    if (subject.run <= 0 && subject.person.isEmpty())
        return refused(Tr::tr("\"undo\" takes run N, person PERSON, or field PERSON FIELD."));
    if (options.has(u"yes"_s) && options.has(u"preview"_s))
        return refused(Tr::tr("--yes and --preview exclude each other."));
    const auto goal = options.has(u"yes"_s) ? UndoCommand::Goal::Apply
        : options.has(u"preview"_s)         ? UndoCommand::Goal::Preview
                                            : UndoCommand::Goal::AskFirst;
    return std::make_unique<UndoCommand>(contextOf(options), subject, goal);
}

MaybeCommand restore(const Options &options)
{
    if (options.word(1) == "list"_L1 && options.words() == 2)
        return std::make_unique<RestoreCommand>(contextOf(options), 0);
    const qint64 run = options.word(2).toLongLong();
    if (options.word(1) != "use"_L1 || run <= 0)
        return refused(Tr::tr("\"restore\" takes list, or use N."));
    return std::make_unique<RestoreCommand>(contextOf(options), run);
}

MaybeCommand why(const Options &options)
{
    if (options.words() != 3)
        return refused(Tr::tr("\"why\" takes PERSON and FIELD."));
    return std::make_unique<WhyCommand>(contextOf(options), options.word(1), options.word(2));
}

//! How many words the longest form of a command has.
qsizetype mostWords(const QString &command)
{
    static const QStringList three {u"history"_s, u"why"_s,       u"restore"_s,
                                    u"mapping"_s, u"decisions"_s, u"probe"_s,
                                    u"connect"_s, u"catalogue"_s, u"requests"_s};
    if (command == "undo"_L1)
        return 4;
    if (three.contains(command))
        return 3;
    return command == "sandbox"_L1 ? 2 : 1;
}

} // namespace

Result<std::unique_ptr<Command>> commandFor(const QStringList &arguments)
{
    Options options;
    if (const Result<> parsed = options.parse(arguments); !parsed)
        return Failure(parsed.error());
    if (options.has(u"help"_s) || options.has(u"version"_s)) {
        const QString text
            = options.has(u"help"_s) ? usage : u"twinbookctl " TWINBOOK_VERSION "\n"_s;
        std::fputs(text.toUtf8().constData(), stdout);
        return std::unique_ptr<Command>();
    }
    const QString word = options.word(0);
    if (options.words() > mostWords(word))
        return refused(Tr::tr("\"%1\" is one word too many.").arg(options.word(mostWords(word))));
    if (word == "practice"_L1)
        return practice(options);
    if (word == "sandbox"_L1)
        return sandboxCommand(options);
    if (word == "connect"_L1)
        return connectAccount(options);
    if (word == "preview"_L1)
        return std::make_unique<SyncCommand>(contextOf(options), SyncCommand::Goal::Preview, 0);
    if (word == "sync"_L1)
        return sync(options);
    if (word == "verify"_L1)
        return std::make_unique<VerifyCommand>(contextOf(options));
    if (word == "status"_L1)
        return std::make_unique<StatusCommand>(contextOf(options));
    if (word == "history"_L1)
        return history(options);
    if (word == "undo"_L1)
        return undo(options);
    if (word == "restore"_L1)
        return restore(options);
    if (word == "why"_L1)
        return why(options);
    if (word == "decisions"_L1)
        return decisions(options);
    if (word == "mapping"_L1)
        return mapping(options);
    if (word == "catalogue"_L1)
        return catalogue(options);
    if (word == "probe"_L1)
        return probe(options);
    if (word == "requests"_L1)
        return requests(options);
    return refused(word.isEmpty() ? Tr::tr("No command was given.")
                                  : Tr::tr("There is no command \"%1\".").arg(word));
}

} // namespace twinbook::cli
