// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/arguments.h"

#include "cli/parsers.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

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
  preview [WHOM] [--resume] [--new-only]
  sync [WHOM] [--resume] [--new-only] [--yes]
    WHOM, everybody if not said: [--pilot N] [--tag TAG] and one of
         --filter TEXT | --people FILE | --person PERSON | --retry-failed
    --resume: goes on with a run that was stopped, without reading the lists again
    --new-only: links who is recognised and changes nobody; only what happens from now on travels
  verify [--certificate FILE|FILE.json]... [--with-names]
  verify --history
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
  mapping numbers on|off
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

struct Word
{
    QLatin1StringView text;
    qsizetype mostWords; //!< of the command's longest form, itself included
    MaybeCommand (*parse)(const Options &options);
};

constexpr std::array words {
    Word {"practice"_L1, 1, parsePractice}, Word {"sandbox"_L1, 2, parseSandbox},
    Word {"connect"_L1, 3, parseConnect},   Word {"preview"_L1, 1, parsePreview},
    Word {"sync"_L1, 1, parseSync},         Word {"verify"_L1, 1, parseVerify},
    Word {"status"_L1, 1, parseStatus},     Word {"history"_L1, 3, parseHistory},
    Word {"undo"_L1, 4, parseUndo},         Word {"restore"_L1, 3, parseRestore},
    Word {"why"_L1, 3, parseWhy},           Word {"decisions"_L1, 3, parseDecisions},
    Word {"mapping"_L1, 3, parseMapping},   Word {"catalogue"_L1, 3, parseCatalogue},
    Word {"probe"_L1, 3, parseProbe},       Word {"requests"_L1, 3, parseRequests},
};

} // namespace

MaybeCommand commandFor(const QStringList &arguments)
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
    const QString asked = options.word(0);
    const auto word = std::find_if(words.begin(), words.end(),
                                   [&](const Word &each) { return each.text == asked; });
    if (word == words.end()) {
        return refused(asked.isEmpty() ? Tr::tr("No command was given.")
                                       : Tr::tr("There is no command \"%1\".").arg(asked));
    }
    if (options.words() > word->mostWords) {
        return refused(Tr::tr("\"%1\" is one word too many.").arg(options.word(word->mostWords)));
    }
    return word->parse(options);
}

} // namespace twinbook::cli
