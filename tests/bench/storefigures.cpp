// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/preparation.h"
#include "figures.h"
#include "inventedpeople.h"
#include "measure.h"
#include "store/decisionstore.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/peopletable.h"
#include "store/runhistory.h"
#include "store/settingsstore.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

namespace {

constexpr int pageSize = 200;

Database openStore(const QString &directory, Database::Mode mode)
{
    return orGiveUp(Database::open(directory + "/twinbook.db"_L1, mode));
}

PerSide<SideLook> lookAt(int people)
{
    PerSide<SideLook> look;
    for (const Side side : bothSides) {
        look[side].schema = inventedSchema(side);
        look[side].previousCount = static_cast<std::size_t>(people);
        for (int i = 0; i < people; ++i)
            look[side].people.append(inventedPerson(side, i));
    }
    return look;
}

//! What the engine does with two lists it has read to the end.
std::shared_ptr<PreparedPlan> check(const PerSide<SideLook> &look, const Database &database,
                                    const Clock &clock)
{
    ObservationStore observations(database);
    for (const Side side : bothSides)
        orGiveUp(observations.replaceAll(side, look[side].people));
    auto prepared = orGiveUp(prepare(look, database, clock));
    orGiveUp(publish(*prepared, {}, database, clock));
    return prepared;
}

void linkEverybody(const PreparedPlan &prepared, const Database &database)
{
    QList<FieldId> rows;
    for (const FieldMapping &row : prepared.projection.profile().rows)
        rows.append(row.id);
    LinkStore links(database);
    auto transaction = orGiveUp(Transaction::begin(database));
    for (std::size_t i = 0; i < prepared.left.people.size(); ++i) {
        const Observation &left = prepared.left.people[i];
        const Observation &right = prepared.right.people[i];
        Link link {{}, left.id, right.id, {}};
        for (std::size_t row = 0; row < left.values.size(); ++row)
            link.base.push_back({AgreedPair::Known::Yes, left.values[row], right.values[row]});
        orGiveUp(links.add(link, rows));
    }
    orGiveUp(transaction.commit());
}

void plainly(const QSqlDatabase &connection, const QString &sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql))
        giveUp(query.lastError().text());
    while (query.next()) { }
}

} // namespace

void fillStore(const QString &directory, int people)
{
    const SystemClock clock;
    const Database database = openStore(directory, Database::Mode::ReadWrite);
    const PerSide<SideLook> look = lookAt(people);
    linkEverybody(*check(look, database, clock), database);
    SettingsStore settings(database, clock);
    for (const Side side : bothSides)
        orGiveUp(settings.setSchema(side, look[side].schema));
    check(look, database, clock);
}

QList<Figure> noChangeFigures(int people)
{
    QTemporaryDir directory;
    fillStore(directory.path(), people);
    const SystemClock clock;
    const Database database = openStore(directory.path(), Database::Mode::ReadWrite);
    const PerSide<SideLook> look = lookAt(people);
    const double checking = medianMs(3, [&] { check(look, database, clock); });
    const QSqlDatabase connection = database.connection();
    const double copying = medianMs(1, [&] {
        plainly(connection, u"CREATE TEMP TABLE o AS SELECT * FROM observation"_s);
        plainly(connection, u"CREATE TEMP TABLE l AS SELECT * FROM link"_s);
        plainly(connection, u"CREATE TEMP TABLE p AS SELECT * FROM person_row"_s);
    });
    return {{.name = u"no change: remember both lists, plan, show"_s,
             .unit = u"ms"_s,
             .measured = checking,
             .reference = copying,
             .referenceName = u"SQLite copies the same rows in memory"_s},
            {.name = u"no change: peak memory"_s, .unit = u"MB"_s, .measured = peakMemoryMb()}};
}

QList<Figure> searchFigures(const QString &directory)
{
    const Database database = openStore(directory, Database::Mode::ReadOnly);
    const PeopleTable table(database);
    QStringList searches;
    for (int i = 0; i < 50; ++i) {
        const RemoteRecord person = inventedPerson(Side::Left, i * 1999);
        const QString name = person.fields.value(u"name"_s).text();
        const QStringList kinds {name.left(3), name.section(u' ', 1).left(4), name.toLower(),
                                 person.fields.value(u"email"_s).text(),
                                 person.fields.value(u"phone"_s).text().right(6)};
        searches.append(kinds.at(i % kinds.size()));
    }
    const QSqlDatabase connection = database.connection();
    std::vector<double> ours;
    std::vector<double> scans;
    for (const QString &search : searches) {
        const PeopleQuery query {.states = {}, .search = search};
        ours.push_back(medianMs(1, [&] {
            orGiveUp(table.count(query));
            orGiveUp(table.page(query, 0, pageSize));
        }));
        scans.push_back(medianMs(1, [&] {
            const QString condition = uR"( FROM person_row WHERE left_name LIKE '%1' OR left_email
                LIKE '%1' OR left_phone LIKE '%1' OR right_name LIKE '%1' OR right_email LIKE '%1'
                OR right_phone LIKE '%1')"_s.arg(u'%' + search + u'%');
            plainly(connection, "SELECT count(*)"_L1 + condition);
            plainly(connection, "SELECT *"_L1 + condition + " LIMIT 200"_L1);
        }));
    }
    std::sort(ours.begin(), ours.end());
    std::sort(scans.begin(), scans.end());
    return {{.name = u"search: count and first page, median of 50"_s,
             .unit = u"ms"_s,
             .measured = ours[ours.size() / 2],
             .goal = 50,
             .reference = scans[scans.size() / 2],
             .referenceName = u"SQLite scans with LIKE"_s},
            {.name = u"search: slowest of 50"_s,
             .unit = u"ms"_s,
             .measured = ours.back(),
             .goal = {},
             .reference = scans.back(),
             .referenceName = u"SQLite scans with LIKE"_s}};
}

void readFirstPage(const QString &directory)
{
    const SystemClock clock;
    const Database database = openStore(directory, Database::Mode::ReadOnly);
    const PeopleTable table(database);
    orGiveUp(table.countsByState());
    orGiveUp(table.count({}));
    orGiveUp(table.page({}, 0, pageSize));
    orGiveUp(DecisionStore(database, clock).open());
    orGiveUp(RunHistory(database, clock).newest(pageSize));
}

void readFirstPagePlainly(const QString &directory)
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        connection.setDatabaseName(directory + "/twinbook.db"_L1);
        if (!connection.open())
            giveUp(connection.lastError().text());
        plainly(connection, u"SELECT * FROM person_row LIMIT %1"_s.arg(pageSize));
    }
    QSqlDatabase::removeDatabase(u"plain"_s);
}

} // namespace twinbook::bench
