// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/pilotwords.h"

#include "engine/whyhere.h"
#include "store/failedpeople.h"
#include "store/peopletable.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::PilotWords)
};

Failure nobody(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

//! One person in each line; what follows a # is for people.
Result<QStringList> listIn(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message = Tr::tr("The list %1 cannot be read. Check its name.").arg(fileName),
                   .detail = file.errorString()});
    QStringList people;
    while (!file.atEnd() && people.size() <= PilotWords::mostListed) {
        const QString line = QString::fromUtf8(file.readLine());
        const QString person = line.section(u'#', 0, 0).trimmed();
        if (!person.isEmpty())
            people.append(person);
    }
    if (people.isEmpty())
        return nobody(Tr::tr("The list %1 holds nobody. It takes one id or e-mail address in each "
                             "line.")
                          .arg(fileName));
    if (people.size() > PilotWords::mostListed)
        return nobody(Tr::tr("The list %1 holds more than %2 people.")
                          .arg(fileName)
                          .arg(PilotWords::mostListed));
    return people;
}

Result<QSet<RemoteId>> filtered(const QString &words, const Database &database)
{
    const PeopleTable table(database);
    const PeopleQuery query {.states = {}, .search = words};
    const Result<int> count = table.count(query);
    if (!count)
        return Failure(count.error());
    const Result<QList<PeopleRow>> rows = table.page(query, 0, *count);
    if (!rows)
        return Failure(rows.error());
    QSet<RemoteId> records;
    for (const PeopleRow &row : *rows) {
        for (const Side side : bothSides) {
            if (!row.halves[side].id.isEmpty())
                records.insert(row.halves[side].id);
        }
    }
    if (records.isEmpty())
        return nobody(Tr::tr("Nobody was found for \"%1\". Nothing was changed.").arg(words));
    return records;
}

Result<QSet<RemoteId>> listed(const QStringList &people, const Database &database,
                              const Clock &clock)
{
    QSet<RemoteId> records;
    for (const QString &person : people) {
        const Result<RemoteId> record = recordOf(person, database, clock);
        if (!record)
            return nobody(u"%1: %2"_s.arg(person, record.error().message));
        records.insert(*record);
    }
    return records;
}

Result<QSet<RemoteId>> failed(const Database &database)
{
    Result<QSet<RemoteId>> records = FailedPeople(database).records();
    if (records && records->isEmpty())
        return nobody(Tr::tr("Nobody has failed, so there is nothing to try again."));
    return records;
}

} // namespace

Result<PilotWords> pilotWords(const Options &options)
{
    int lists = 0;
    for (const QString &option : {u"filter"_s, u"people"_s, u"person"_s, u"retry-failed"_s})
        lists += options.has(option) ? 1 : 0;
    if (lists > 1)
        return refused(
            Tr::tr("--filter, --people, --person and --retry-failed exclude each other."));
    const Result<int> first = options.number(u"pilot"_s, 0, 1'000'000);
    if (!first)
        return Failure(first.error());
    if (options.has(u"pilot"_s) && *first == 0)
        return refused(Tr::tr("A pilot takes at least one person."));
    PilotWords words {.first = *first,
                      .tag = options.text(u"tag"_s).trimmed(),
                      .filter = options.text(u"filter"_s).trimmed(),
                      .people = {}};
    for (const QString &option : {u"tag"_s, u"filter"_s, u"person"_s}) {
        if (options.has(option) && options.text(option).trimmed().isEmpty())
            return refused(Tr::tr("--%1 takes some text.").arg(option));
    }
    if (options.has(u"retry-failed"_s))
        words.of = PilotWords::Of::Failed;
    if (options.has(u"person"_s))
        words.people = {options.text(u"person"_s).trimmed()};
    if (options.has(u"people"_s)) {
        const Result<QStringList> list = listIn(options.text(u"people"_s));
        if (!list)
            return Failure(list.error());
        words.people = *list;
    }
    return words;
}

Result<Pilot> pilotOf(const PilotWords &words, const Database &database, const Clock &clock)
{
    Pilot pilot {.first = words.first, .tag = words.tag};
    Result<QSet<RemoteId>> records;
    if (!words.filter.isEmpty())
        records = filtered(words.filter, database);
    else if (!words.people.isEmpty())
        records = listed(words.people, database, clock);
    else if (words.of == PilotWords::Of::Failed)
        records = failed(database);
    else
        return pilot;
    if (!records)
        return Failure(records.error());
    pilot.listed = *std::move(records);
    return pilot;
}

} // namespace twinbook::cli
