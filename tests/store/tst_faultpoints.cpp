// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/decisionstore.h"
#include "store/journal.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/peopletable.h"
#include "store/runhistory.h"
#include "store/settingsstore.h"
#include "store/statement.h"
#include "storefixture.h"

#include <QObject>
#include <QSqlQuery>
#include <QSqlRecord>

#include <functional>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RemoteRecord person(const QString &id, const QString &name)
{
    return {.id = RemoteId(id),
            .modifiedAt = {},
            .fidelity = Fidelity::Complete,
            .fields = {{u"name"_s, FieldValue(name)}}};
}

Question question(const QString &left)
{
    return {.key = {.kind = QuestionKind::SamePerson,
                    .left = RemoteId(left),
                    .right = RemoteId(u"r"_s),
                    .field = {}},
            .left = {},
            .right = {},
            .base = {},
            .person = left,
            .why = {},
            .score = 0.5};
}

//! Everything a person or a later run could see, as text.
QString contentOf(const Database &database)
{
    QString content;
    for (const QString &table :
         {u"observation"_s, u"last_look"_s, u"link"_s, u"run"_s, u"change"_s, u"intent"_s,
          u"decision"_s, u"left_out"_s, u"person_row"_s, u"setting"_s, u"account_schema"_s}) {
        QSqlQuery query(database.connection());
        query.exec("SELECT * FROM "_L1 + table + " ORDER BY 1, 2"_L1);
        while (query.next()) {
            content += table;
            for (int i = 0; i < query.record().count(); ++i)
                content += u'|' + query.value(i).toString();
            content += u'\n';
        }
    }
    for (const QString &word : {u"ana"_s, u"bo"_s, u"cy"_s})
        content += u"%1 found %2\n"_s.arg(word).arg(
            PeopleTable(database).count({.search = word}).value_or(-1));
    return content;
}

const QList<FieldId> rows {u"name"_s, u"email"_s};

//! A database in the middle of its life.
void fill(const Database &database, const Clock &clock)
{
    ObservationStore observations(database);
    VERIFY_GOOD(
        observations.replaceAll(Side::Left, {person(u"a"_s, u"Ana"_s), person(u"b"_s, u"Bo"_s)}));
    LinkStore links(database);
    VERIFY_GOOD(
        links.add({.id = {}, .left = RemoteId(u"a"_s), .right = RemoteId(u"r"_s), .base = {}}, {}));
    RunHistory history(database, clock);
    VERIFY_GOOD(history.begin(RunTrigger::Person));
    DecisionStore decisions(database, clock);
    VERIFY_GOOD(decisions.setOpen({question(u"a"_s), question(u"b"_s)}));
    PeopleTable people(database);
    VERIFY_GOOD(people.replaceAll({{.key = 1, .halves = {{.name = u"Ana"_s}, {}}},
                                   {.key = 2, .halves = {{.name = u"Bo"_s}, {}}}}));
    Journal journal(database, clock);
    VERIFY_GOOD(journal.intend({.run = RunId(1), .record = RemoteId(u"r"_s)}));
}

//! What the engine does after each person: outcome, base, observation and history in one.
Result<> recordOutcome(const Database &database, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    if (auto done = Journal(database, clock).setOutcome(IntentId(1), IntentState::Done, {}, {});
        !done)
        return done;
    const AgreedPair name {AgreedPair::Known::Yes, FieldValue(u"Ana"_s), FieldValue(u"ana"_s)};
    if (auto done = LinkStore(database).setBase(LinkId(1), {name, {}}, rows); !done)
        return done;
    if (auto done = ObservationStore(database).put(Side::Right, person(u"r"_s, u"ana"_s)); !done)
        return done;
    const ChangeEntry change {.run = RunId(1), .record = RemoteId(u"r"_s), .field = u"name"_s};
    if (auto done = RunHistory(database, clock).log({change}); !done)
        return done;
    return transaction->commit();
}

struct Operation
{
    QString name;
    std::function<Result<>(const Database &, const Clock &)> run;
};

template<class T>
Result<> ignoringValue(const Result<T> &result)
{
    return result ? Result<>() : Result<>(Failure(result.error()));
}

QList<Operation> operations()
{
    return {
        {u"replaceAll of people"_s,
         [](const Database &database, const Clock &) {
             return ObservationStore(database).replaceAll(
                 Side::Left, {person(u"b"_s, u"Bob"_s), person(u"c"_s, u"Cy"_s)});
         }},
        {u"outcome of a write"_s, recordOutcome},
        {u"link"_s,
         [](const Database &database, const Clock &) {
             return ignoringValue(LinkStore(database).add(
                 {.id = {}, .left = RemoteId(u"b"_s), .right = RemoteId(u"s"_s), .base = {}}, {}));
         }},
        {u"setOpen"_s,
         [](const Database &database, const Clock &clock) {
             return DecisionStore(database, clock).setOpen({question(u"b"_s), question(u"c"_s)});
         }},
        {u"answer"_s,
         [](const Database &database, const Clock &clock) {
             return DecisionStore(database, clock)
                 .answer(DecisionId(1),
                         {.choice = Choice::Same, .value = {}, .seenLeft = {}, .seenRight = {}});
         }},
        {u"people table"_s,
         [](const Database &database, const Clock &) {
             return PeopleTable(database).replaceAll(
                 {{.key = 1, .halves = {{.name = u"Cy"_s}, {}}},
                  {.key = 2, .halves = {{.name = u"Bo"_s}, {}}},
                  {.key = 3, .halves = {{.name = u"Ana"_s}, {}}}});
         }},
        {u"people table, states only"_s,
         [](const Database &database, const Clock &) {
             return PeopleTable(database).replaceAll(
                 {{.key = 1, .state = RowState::Failed, .halves = {{.name = u"Ana"_s}, {}}},
                  {.key = 2, .state = RowState::New, .halves = {{.name = u"Bo"_s}, {}}}});
         }},
        {u"cut-off runs"_s,
         [](const Database &database, const Clock &clock) {
             return ignoringValue(RunHistory(database, clock).closeCutOff());
         }},
        {u"intent"_s,
         [](const Database &database, const Clock &clock) {
             return ignoringValue(
                 Journal(database, clock).intend({.run = RunId(1), .record = RemoteId(u"r"_s)}));
         }},
        {u"setting and schema in one"_s,
         [](const Database &database, const Clock &clock) -> Result<> {
             auto transaction = Transaction::begin(database);
             if (!transaction)
                 return Failure(transaction.error());
             SettingsStore settings(database, clock);
             if (auto done = settings.setSection(u"a"_s, {{u"b"_s, 1}}); !done)
                 return done;
             if (auto done = settings.setSchema(Side::Left, {}); !done)
                 return done;
             return transaction->commit();
         }},
    };
}

} // namespace

class FaultPointsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStatementMayFail_data();
    void eachStatementMayFail();
    void readsMayFail();
};

void FaultPointsTest::eachStatementMayFail_data()
{
    QTest::addColumn<int>("index");
    const QList<Operation> all = operations();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all.at(i).name)) << i;
}

//! Every statement of the operation fails once. Nothing of the operation may be left behind then,
//! and the same operation must succeed on the same connection afterwards.
void FaultPointsTest::eachStatementMayFail()
{
    QFETCH(int, index);
    const Operation operation = operations().at(index);
    const HandClock clock;

    int statements = 0;
    QString healthy;
    {
        StoreFolder folder;
        Database database = folder.open();
        fill(database, clock);
        FaultPoint counter;
        database.setStatementObserver(&counter);
        VERIFY_GOOD(operation.run(database, clock));
        database.setStatementObserver(nullptr);
        statements = counter.seen();
        healthy = contentOf(database);
    }
    QVERIFY(statements > 0);
    for (int k = 1; k <= statements; ++k) {
        StoreFolder folder;
        Database database = folder.open();
        fill(database, clock);
        const QString before = contentOf(database);
        QVERIFY(before != healthy);

        FaultPoint fault(k);
        database.setStatementObserver(&fault);
        const auto failed = operation.run(database, clock);
        database.setStatementObserver(nullptr);
        QVERIFY2(!failed, qPrintable(u"statement %1 of %2"_s.arg(k).arg(statements)));
        QCOMPARE(failed.error().message, u"told to fail"_s);
        QCOMPARE(contentOf(database), before);

        VERIFY_GOOD(operation.run(database, clock));
        QCOMPARE(contentOf(database), healthy);
    }
    qInfo("%d statements failed in turn", statements);
}

void FaultPointsTest::readsMayFail()
{
    StoreFolder folder;
    const HandClock clock;
    Database database = folder.open();
    fill(database, clock);
    const QList<std::function<Result<>()>> reads {
        [&] { return ignoringValue(ObservationStore(database).all(Side::Left)); },
        [&] {
            return ignoringValue(ObservationStore(database).find(Side::Left, RemoteId(u"a"_s)));
        },
        [&] { return ignoringValue(ObservationStore(database).count(Side::Left)); },
        [&] { return ignoringValue(LinkStore(database).all(rows)); },
        [&] { return ignoringValue(Journal(database, clock).unsettled()); },
        [&] { return ignoringValue(DecisionStore(database, clock).open()); },
        [&] { return ignoringValue(DecisionStore(database, clock).judgements()); },
        [&] { return ignoringValue(PeopleTable(database).page({.search = u"a"_s}, 0, 9)); },
        [&] { return ignoringValue(PeopleTable(database).countsByState()); },
        [&] { return ignoringValue(RunHistory(database, clock).newest(5)); },
        [&] { return ignoringValue(RunHistory(database, clock).changes(RunId(1))); },
        [&] { return ignoringValue(SettingsStore(database, clock).mapping()); },
        [&] { return ignoringValue(SettingsStore(database, clock).schema(Side::Left)); },
    };
    for (const auto &read : reads) {
        FaultPoint fault(1);
        database.setStatementObserver(&fault);
        const auto failed = read();
        database.setStatementObserver(nullptr);
        QVERIFY(!failed);
        VERIFY_GOOD(read());
    }
}

QTEST_GUILESS_MAIN(FaultPointsTest)
#include "tst_faultpoints.moc"
