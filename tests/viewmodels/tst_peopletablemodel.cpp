// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/peopletablemodel.h"

#include "store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

PeopleRow person(qint64 key, const QString &name, RowState state = RowState::InSync)
{
    PeopleRow row;
    row.key = key;
    row.state = state;
    for (const Side side : bothSides) {
        row.halves[side] = {.id = RemoteId(serviceKey(side) + QString::number(key)),
                            .name = name,
                            .email = u"p%1@example.com"_s.arg(key),
                            .phone = u"+1 %1"_s.arg(key),
                            .company = u"Acme"_s};
    }
    return row;
}

QString printed(const QAbstractItemModel &model, int row, int role = Qt::DisplayRole)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data(role).toString());
    return cells.join(u'|');
}

QList<PeopleRow> oneOfEach()
{
    PeopleRow update = person(1, u"Ana"_s, RowState::Changed);
    update.toRight = 2;
    PeopleRow both = person(2, u"Bo"_s, RowState::Changed);
    both.toLeft = 1;
    both.toRight = 3;
    PeopleRow added = person(3, u"Cem"_s, RowState::New);
    added.halves.right = {};
    PeopleRow asked = person(4, u"Dan"_s, RowState::NeedsYou);
    asked.note = u"Phone"_s;
    PeopleRow failed = person(5, u"Eva"_s, RowState::Failed);
    failed.note = u"HighLevel needs a last name."_s;
    PeopleRow out = person(6, u"Flo"_s, RowState::LeftOut);
    out.halves.left = {};
    PeopleRow nameless = person(7, {}, RowState::Link);
    return {update, both, added, asked, failed, out, nameless, person(8, u"Hal"_s)};
}

} // namespace

class PeopleTableModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTheRulesOfModels();
    void showsEachStateInWords();
    void speaksARow();
    void namesItsColumns();
    void readsByThePage();
    void countsStatesWhateverTheQuery();
    void showsAWrittenPersonAtOnce();
    void survivesRowsThatLeaveTheQuery();
    void findsThePersonAgain();

private:
    void fill(const QList<PeopleRow> &rows);

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<Database> m_database;
};

void PeopleTableModelTest::init()
{
    m_folder = std::make_unique<StoreFolder>();
    m_database = std::make_unique<Database>(m_folder->open());
}

void PeopleTableModelTest::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

void PeopleTableModelTest::fill(const QList<PeopleRow> &rows)
{
    const auto stored = PeopleTable(*m_database).replaceAll(rows);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
}

void PeopleTableModelTest::keepsTheRulesOfModels()
{
    PeopleTableModel model(*m_database);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(oneOfEach());
    model.reload();
    QCOMPARE(model.rowCount(), 8);
    PeopleQuery query;
    query.states = {RowState::New, RowState::Failed};
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 2);
    query.search = u"nobody"_s;
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({});
    QCOMPARE(model.rowCount(), 8);
}

void PeopleTableModelTest::showsEachStateInWords()
{
    fill(oneOfEach());
    PeopleTableModel model(*m_database);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(printed(model, row));
    rows.sort();
    const QStringList expected {
        u"Ana|p1@example.com|+1 1|Acme|2 fields|Ana|p1@example.com|+1 1|Acme"_s,
        u"Bo|p2@example.com|+1 2|Acme|4 fields|Bo|p2@example.com|+1 2|Acme"_s,
        u"Cem|p3@example.com|+1 3|Acme|New|not in HighLevel yet|||"_s,
        u"Dan|p4@example.com|+1 4|Acme|Needs you|Dan|p4@example.com|+1 4|Acme"_s,
        u"Eva|p5@example.com|+1 5|Acme|Failed|Eva|p5@example.com|+1 5|Acme"_s,
        u"Hal|p8@example.com|+1 8|Acme|In sync|Hal|p8@example.com|+1 8|Acme"_s,
        u"not in OfficeRnD||||Left out|Flo|p6@example.com|+1 6|Acme"_s,
        u"|p7@example.com|+1 7|Acme|Link||p7@example.com|+1 7|Acme"_s,
    };
    QCOMPARE(rows, expected);
}

void PeopleTableModelTest::speaksARow()
{
    fill(oneOfEach());
    PeopleTableModel model(*m_database);
    QStringList sentences;
    for (int row = 0; row < model.rowCount(); ++row)
        sentences.append(model.index(row, 0).data(Qt::AccessibleTextRole).toString());
    sentences.sort();
    const QStringList expected {
        u"Ana, HighLevel will be updated (2 fields)"_s,
        u"Bo, OfficeRnD will be updated (1 field) and HighLevel too (3 fields)"_s,
        u"Cem, will be added to HighLevel"_s,
        u"Dan, needs your decision: Phone"_s,
        u"Eva, could not be synced: HighLevel needs a last name."_s,
        u"Flo, left out"_s,
        u"Hal, the same in OfficeRnD and HighLevel"_s,
        u"p7@example.com, recognised as the same person; nothing else changes"_s,
    };
    QCOMPARE(sentences, expected);
    // Cells without a value say so instead of being silent.
    PeopleQuery query;
    query.states = {RowState::New};
    model.setQuery(query);
    QCOMPARE(printed(model, 0, Qt::AccessibleTextRole),
             u"Cem, will be added to HighLevel|p3@example.com|+1 3|Acme|"
             "Cem, will be added to HighLevel|not in HighLevel yet|empty|empty|empty"_s);
}

void PeopleTableModelTest::namesItsColumns()
{
    const PeopleTableModel model(*m_database);
    QStringList titles;
    QStringList spoken;
    for (int column = 0; column < model.columnCount(); ++column) {
        titles.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        spoken.append(model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
    }
    QCOMPARE(titles.join(u'|'), u"Name|E-mail|Phone|Company|Change|Name|E-mail|Phone|Company"_s);
    QCOMPARE(spoken.join(u'|'),
             u"Name in OfficeRnD|E-mail in OfficeRnD|Phone in OfficeRnD|Company in OfficeRnD|"
             "Change|Name in HighLevel|E-mail in HighLevel|Phone in HighLevel|"
             "Company in HighLevel"_s);
}

void PeopleTableModelTest::readsByThePage()
{
    QList<PeopleRow> rows;
    for (int key = 1; key <= 5000; ++key)
        rows.append(person(key, u"Person %1"_s.arg(key, 5, 10, QChar(u'0'))));
    fill(rows);
    PeopleTableModel model(*m_database);
    QCOMPARE(model.rowCount(), 5000);
    for (const int row : {0, 199, 200, 4999, 2500, 0, 3201}) {
        QCOMPARE(model.index(row, 0).data().toString(),
                 u"Person %1"_s.arg(row + 1, 5, 10, QChar(u'0')));
    }
    QVERIFY(!model.person(5000));
    QVERIFY(!model.person(-1));
}

void PeopleTableModelTest::countsStatesWhateverTheQuery()
{
    fill(oneOfEach());
    PeopleTableModel model(*m_database);
    QSignalSpy changed(&model, &PeopleTableModel::countsChanged);
    PeopleQuery query;
    query.search = u"nobody"_s;
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!changed.isEmpty());
    const PeopleTableModel::Counts expected {1, 1, 1, 2, 1, 1, 1};
    QCOMPARE(model.counts(), expected);
}

void PeopleTableModelTest::showsAWrittenPersonAtOnce()
{
    fill(oneOfEach());
    PeopleTableModel model(*m_database);
    QCOMPARE(model.index(0, PeopleTableModel::LeftEmail).data().toString(), u"p7@example.com"_s);
    QSignalSpy changed(&model, &PeopleTableModel::dataChanged);
    model.markWritten(1, RowState::InSync);
    QCOMPARE(changed.size(), 1);
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row)
        words.append(model.index(row, PeopleTableModel::Change).data().toString());
    QVERIFY2(!words.contains(u"2 fields"_s), qPrintable(words.join(u'|')));
    const PeopleTableModel::Counts expected {2, 1, 1, 1, 1, 1, 1};
    QCOMPARE(model.counts(), expected);
    model.markWritten(99, RowState::Failed);
    QCOMPARE(model.counts(), expected);
}

void PeopleTableModelTest::survivesRowsThatLeaveTheQuery()
{
    fill(oneOfEach());
    PeopleTableModel model(*m_database);
    PeopleQuery query;
    query.states = {RowState::Changed};
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 2);
    const auto stored = PeopleTable(*m_database).setState(1, RowState::InSync, {});
    QVERIFY(stored);
    // The page is read only now, and is one row shorter than was counted.
    QCOMPARE(model.index(0, 0).data().toString(), u"Bo"_s);
    QCOMPARE(model.index(1, 0).data(), QVariant());
    model.reload();
    QCOMPARE(model.rowCount(), 1);
}

void PeopleTableModelTest::findsThePersonAgain()
{
    fill({person(1, u"Ana"_s), person(2, u"Bo"_s), person(3, u"Cem"_s)});
    PeopleTableModel model(*m_database);
    const auto chosen = model.person(1);
    QVERIFY(chosen);
    // After a new plan the keys are others and somebody stands before.
    PeopleRow same = *chosen;
    same.key = 9;
    fill({person(4, u"Aaron"_s), person(1, u"Ana"_s), same});
    model.reload();
    QCOMPARE(model.rowOf(*chosen, 1), 2);
    QCOMPARE(model.rowOf(person(77, u"Zoe"_s), 1), -1);
}

QTEST_GUILESS_MAIN(PeopleTableModelTest)
#include "tst_peopletablemodel.moc"
