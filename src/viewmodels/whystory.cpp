// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/whystory.h"

#include "store/runhistory.h"
#include "sync/reasonnames.h"
#include "viewmodels/reasontext.h"
#include "viewmodels/runhistorymodel.h"
#include "viewmodels/timetext.h"

#include <QCoreApplication>

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::WhyStory)
};

QString shown(const FieldValue &value)
{
    return value.isEmpty() ? Tr::tr("(empty)") : value.toDisplay();
}

QString startedBy(RunTrigger trigger)
{
    switch (trigger) {
    case RunTrigger::Person:
        return Tr::tr("started by you");
    case RunTrigger::Schedule:
        return Tr::tr("started by the schedule");
    case RunTrigger::CommandLine:
        return Tr::tr("started from the command line");
    }
    return {};
}

//! "Sync #3, started by you". A run that is no longer listed keeps its number.
QString writerText(RunId id, const RunHistory &history)
{
    const Result<std::optional<Run>> found = history.find(id);
    if (!found || !*found)
        return runName(id, RunPurpose::Sync);
    return Tr::tr("%1, %2").arg(runName(id, (*found)->purpose), startedBy((*found)->trigger));
}

//! Where the value came from, as far as the reason tells.
QString originText(const ChangeEntry &change)
{
    if (change.reason == fieldReasonName(FieldReason::PersonDecided))
        return Tr::tr("your decision");
    if (change.reason == fieldReasonName(FieldReason::TagsMerged))
        return Tr::tr("both sides");
    if (change.reason == fieldReasonName(FieldReason::PutBack))
        return Tr::tr("what was there before");
    return serviceName(opposite(change.side));
}

QString sentenceOf(const WhyHere &why)
{
    const QString service = serviceName(why.side);
    if (!why.last)
        return Tr::tr("Twinbook remembers no change of it: it was entered in %1 itself, or it was "
                      "written before the history begins.")
            .arg(service);
    const QString when = shortDateTime(why.last->at);
    if (why.origin == WhyHere::Origin::WrittenBySync)
        return Tr::tr("Twinbook wrote it on %1.").arg(when);
    return Tr::tr("Somebody changed it in %1 itself, after Twinbook had written another value on "
                  "%2.")
        .arg(service, when);
}

WhyStory storyOf(const WhyHere &why, const RunHistory &history)
{
    WhyStory story {why.side, shown(why.value), sentenceOf(why), {}};
    if (!why.last)
        return story;
    const ChangeEntry &last = *why.last;
    story.facts = {{Tr::tr("Written by"), writerText(last.run, history)},
                   {Tr::tr("Came from"), originText(last)},
                   {Tr::tr("Before"), shown(last.before)},
                   {Tr::tr("After"), shown(last.after)}};
    if (const QString reason = reasonNameText(last.reason); !reason.isEmpty())
        story.facts.append({Tr::tr("Reason"), reason});
    return story;
}

} // namespace

Result<QList<WhyStory>> whyStories(const RemoteId &person, const FieldId &field,
                                   const Database &database, const Clock &clock)
{
    const Result<QList<WhyHere>> answers = whyHere(person.text(), field, database, clock);
    if (!answers)
        return Failure(answers.error());
    const RunHistory history(database, clock);
    QList<WhyStory> stories;
    for (const WhyHere &why : *answers)
        stories.append(storyOf(why, history));
    return stories;
}

} // namespace twinbook
