// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/parsers.h"

#include "cli/decisionscommand.h"
#include "cli/historycommand.h"
#include "cli/linkidscommand.h"
#include "cli/mappingcommand.h"
#include "cli/restorecommand.h"
#include "cli/statuscommand.h"
#include "cli/synccommand.h"
#include "cli/undocommand.h"
#include "cli/verifycommand.h"
#include "cli/whycommand.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Arguments)
};

MaybeCommand syncCommand(const Options &options, SyncWishes wishes)
{
    const Result<PilotWords> pilot = pilotWords(options);
    if (!pilot)
        return Failure(pilot.error());
    wishes.pilot = *pilot;
    if (options.has(u"resume"_s))
        wishes.from = SyncWishes::From::LastSeen;
    if (options.has(u"new-only"_s))
        wishes.past = ApplyRequest::Past::LeftAsItIs;
    const bool isPilot = pilot->first > 0 || !pilot->tag.isEmpty() || !pilot->filter.isEmpty()
        || !pilot->people.isEmpty() || pilot->of == PilotWords::Of::Failed;
    if (isPilot && options.has(u"new-only"_s))
        return refused(Tr::tr("--new-only is for everybody and takes no pilot."));
    return std::make_unique<SyncCommand>(contextOf(options), std::move(wishes));
}

} // namespace

MaybeCommand parseSync(const Options &options)
{
    SyncWishes wishes;
    wishes.goal = options.has(u"yes"_s) ? SyncWishes::Goal::Apply : SyncWishes::Goal::AskFirst;
    return syncCommand(options, std::move(wishes));
}

MaybeCommand parseDecisions(const Options &options)
{
    if (options.word(1) == "list"_L1)
        return std::make_unique<DecisionsCommand>(contextOf(options), 0, QString());
    const qint64 id = options.word(2).toLongLong();
    if (options.word(1) != "resolve"_L1 || id <= 0 || !options.has(u"use"_s))
        return refused(Tr::tr("\"decisions\" takes list, or resolve ID --use CHOICE."));
    return std::make_unique<DecisionsCommand>(contextOf(options), id, options.text(u"use"_s));
}

MaybeCommand parseMapping(const Options &options)
{
    const QString file = options.word(2);
    if (options.word(1) == "export"_L1 && !file.isEmpty())
        return std::make_unique<MappingCommand>(contextOf(options), MappingCommand::Way::Export,
                                                file);
    if (options.word(1) == "import"_L1 && !file.isEmpty())
        return std::make_unique<MappingCommand>(contextOf(options), MappingCommand::Way::Import,
                                                file);
    if (options.word(1) == "numbers"_L1 && (file == "on"_L1 || file == "off"_L1))
        return std::make_unique<LinkIdsCommand>(contextOf(options),
                                                file == "on"_L1 ? LinkIds::Kept : LinkIds::NotKept);
    return refused(
        Tr::tr("\"mapping\" takes export FILE, import FILE, numbers on or numbers off."));
}

MaybeCommand parseHistory(const Options &options)
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

MaybeCommand parseUndo(const Options &options)
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

MaybeCommand parseRestore(const Options &options)
{
    if (options.word(1) == "list"_L1 && options.words() == 2)
        return std::make_unique<RestoreCommand>(contextOf(options), 0);
    const qint64 run = options.word(2).toLongLong();
    if (options.word(1) != "use"_L1 || run <= 0)
        return refused(Tr::tr("\"restore\" takes list, or use N."));
    return std::make_unique<RestoreCommand>(contextOf(options), run);
}

MaybeCommand parseWhy(const Options &options)
{
    if (options.words() != 3)
        return refused(Tr::tr("\"why\" takes PERSON and FIELD."));
    return std::make_unique<WhyCommand>(contextOf(options), options.word(1), options.word(2));
}

MaybeCommand parsePreview(const Options &options)
{
    return syncCommand(options, {});
}

MaybeCommand parseVerify(const Options &options)
{
    const QStringList files = options.texts(u"certificate"_s);
    if (options.has(u"history"_s)) {
        if (!files.isEmpty() || options.has(u"with-names"_s))
            return refused(
                Tr::tr("--history shows what was found before and takes no certificate."));
        return std::make_unique<VerifyHistoryCommand>(contextOf(options));
    }
    if (options.has(u"with-names"_s) && files.isEmpty())
        return refused(Tr::tr("--with-names is for a certificate: give its file, too."));
    const auto names
        = options.has(u"with-names"_s) ? CertificateNames::Shown : CertificateNames::Omitted;
    return std::make_unique<VerifyCommand>(contextOf(options), files, names);
}

MaybeCommand parseStatus(const Options &options)
{
    return std::make_unique<StatusCommand>(contextOf(options));
}

} // namespace twinbook::cli
