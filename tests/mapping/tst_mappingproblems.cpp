// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include "mapping/support/accounts.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using Severity = MappingProblem::Severity;

FieldMapping row(const FieldId &id, const FieldKey &left, const FieldKey &right,
                 Direction direction = Direction::BothWays)
{
    FieldMapping made = testing::plainRow(id, Conversion::AsIs);
    made.left = {left};
    made.right = {right};
    made.direction = direction;
    return made;
}

QStringList rowsWithErrors(const QList<MappingProblem> &problems)
{
    QStringList rows;
    for (const MappingProblem &problem : problems) {
        if (problem.severity == Severity::Error && !rows.contains(problem.row))
            rows.append(problem.row);
    }
    rows.sort();
    return rows;
}

} // namespace

class MappingProblemsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byItself_data();
    void byItself();
    void againstTheAccounts_data();
    void againstTheAccounts();
    void readOnlyFieldsAreHints();
    void neededFieldsMustBeFilled();
    void manyRowsTakeNoTime();
};

void MappingProblemsTest::byItself_data()
{
    QTest::addColumn<QList<FieldMapping>>("rows");
    QTest::addColumn<QStringList>("faulty");
    const auto data = [](const char *what, const QList<FieldMapping> &rows,
                         const QStringList &faulty) { QTest::newRow(what) << rows << faulty; };

    data("none", {}, {});
    data("both ways is no loop", {row(u"a"_s, u"x"_s, u"x"_s), row(u"b"_s, u"y"_s, u"y"_s)}, {});
    data("one field may feed two",
         {row(u"a"_s, u"x"_s, u"x"_s, Direction::ToRight),
          row(u"b"_s, u"x"_s, u"y"_s, Direction::ToRight)},
         {});
    data("a name goes both ways", {testing::plainRow(u"name"_s, Conversion::Name)}, {});
    data("same id twice", {row(u"a"_s, u"x"_s, u"x"_s), row(u"a"_s, u"y"_s, u"y"_s)}, {u"a"_s});
    data("two rows fill one field",
         {row(u"a"_s, u"x"_s, u"x"_s, Direction::ToRight),
          row(u"b"_s, u"y"_s, u"x"_s, Direction::ToRight)},
         {u"b"_s});
    data("one of the two is off",
         {row(u"a"_s, u"x"_s, u"x"_s), row(u"b"_s, u"y"_s, u"x"_s, Direction::Off)}, {});
    data("loop of two",
         {row(u"a"_s, u"x"_s, u"x"_s, Direction::ToRight),
          row(u"b"_s, u"x"_s, u"x"_s, Direction::ToLeft)},
         {u"a"_s, u"b"_s});
    data("loop of four",
         {row(u"a"_s, u"1"_s, u"1"_s, Direction::ToRight),
          row(u"b"_s, u"2"_s, u"1"_s, Direction::ToLeft),
          row(u"c"_s, u"2"_s, u"2"_s, Direction::ToRight),
          row(u"d"_s, u"1"_s, u"2"_s, Direction::ToLeft)},
         {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    data("a tail of a loop is not the loop",
         {row(u"a"_s, u"1"_s, u"1"_s, Direction::ToRight),
          row(u"b"_s, u"1"_s, u"1"_s, Direction::ToLeft),
          row(u"c"_s, u"1"_s, u"9"_s, Direction::ToRight)},
         {u"a"_s, u"b"_s});
    data("loop through both ways rows",
         {row(u"a"_s, u"1"_s, u"1"_s), row(u"b"_s, u"2"_s, u"1"_s, Direction::ToLeft),
          row(u"c"_s, u"2"_s, u"2"_s, Direction::ToRight),
          row(u"d"_s, u"1"_s, u"2"_s, Direction::ToLeft)},
         {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    data("no loop when one is off",
         {row(u"a"_s, u"x"_s, u"x"_s, Direction::ToRight),
          row(u"b"_s, u"x"_s, u"x"_s, Direction::Off)},
         {});
    data("no field", {row(u"a"_s, {}, u"x"_s)}, {u"a"_s});
    FieldMapping two = row(u"a"_s, u"x"_s, u"x"_s);
    two.right.append(u"y"_s);
    data("two fields for one", {two}, {u"a"_s});
    FieldMapping name = testing::plainRow(u"name"_s, Conversion::Name);
    name.right.removeLast();
    data("half a name", {name}, {u"name"_s});

    FieldMapping labels = row(u"a"_s, u"x"_s, u"x"_s);
    labels.conversion = Conversion::ValueList;
    labels.valuePairs = {{u"m"_s, u"Married"_s}, {u"s"_s, u"Single"_s}};
    data("value pairs", {labels}, {});
    labels.valuePairs.append({u"w"_s, u"single "_s});
    data("a label with two counterparts", {labels}, {u"a"_s});
    labels.direction = Direction::ToRight;
    data("which is no harm where it is never read back", {labels}, {});
    labels.valuePairs = {{u"m"_s, u" "_s}};
    data("a label that would erase", {labels}, {u"a"_s});
}

void MappingProblemsTest::byItself()
{
    QFETCH(const QList<FieldMapping>, rows);
    QTEST(rowsWithErrors(problemsOf(MappingProfile {rows})), "faulty");
}

void MappingProblemsTest::againstTheAccounts_data()
{
    QTest::addColumn<FieldMapping>("mapping");
    QTest::addColumn<bool>("fits");
    const auto data = [](const char *what, const FieldKey &left, const FieldKey &right,
                         Conversion conversion, bool fits) {
        FieldMapping mapping = row(u"a"_s, left, right, Direction::ToRight);
        mapping.conversion = conversion;
        QTest::newRow(what) << mapping << fits;
    };
    data("text and text", u"description"_s, u"city"_s, Conversion::AsIs, true);
    data("gone", u"address.planet"_s, u"city"_s, Conversion::AsIs, false);
    data("date and date", u"properties.date_of_birth"_s, u"dateOfBirth"_s, Conversion::Date, true);
    data("date and text", u"properties.date_of_birth"_s, u"customFields.shoes"_s, Conversion::Date,
         true);
    data("date of a number", u"properties.desks"_s, u"dateOfBirth"_s, Conversion::Date, false);
    data("phone in a list", u"phone"_s, u"tags"_s, Conversion::Phone, false);
    data("number and text", u"properties.desks"_s, u"customFields.shoes"_s, Conversion::Number,
         true);
    data("yes or no", u"properties.parking"_s, u"customFields.parking"_s, Conversion::YesNo, true);
    data("tags in a number", u"tags"_s, u"customFields.desks"_s, Conversion::Tags, false);
}

void MappingProblemsTest::againstTheAccounts()
{
    QFETCH(const FieldMapping, mapping);
    QFETCH(const bool, fits);
    const MappingProfile profile {{mapping, testing::plainRow(u"name"_s, Conversion::Name)}};
    const QStringList faulty = rowsWithErrors(
        problemsOf(profile, testing::officeRnDAccount(), testing::highLevelAccount()));
    QCOMPARE(faulty, fits ? QStringList() : QStringList {u"a"_s});
}

void MappingProblemsTest::readOnlyFieldsAreHints()
{
    const MappingProfile profile {{row(u"company"_s, u"companyName"_s, u"companyName"_s),
                                   testing::plainRow(u"name"_s, Conversion::Name)}};
    const QList<MappingProblem> problems
        = problemsOf(profile, testing::officeRnDAccount(), testing::highLevelAccount());
    QCOMPARE(problems.size(), 2);
    for (const MappingProblem &problem : problems) {
        QCOMPARE(problem.severity, Severity::Hint);
        QCOMPARE(problem.row, u"company"_s);
    }
}

void MappingProblemsTest::neededFieldsMustBeFilled()
{
    const ServiceSchema left = testing::officeRnDAccount();
    const ServiceSchema right = testing::highLevelAccount();
    const MappingProfile without {{row(u"city"_s, u"address.city"_s, u"city"_s)}};
    const QList<MappingProblem> problems = problemsOf(without, left, right);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().row.isEmpty());
    QVERIFY(problems.constFirst().sentence.contains(u"Name"_s));

    FieldMapping name = testing::plainRow(u"name"_s, Conversion::Name);
    name.direction = Direction::ToRight;
    QCOMPARE(problemsOf(MappingProfile {{name}}, left, right).size(), 1);
}

void MappingProblemsTest::manyRowsTakeNoTime()
{
    // A chain through 500 rows that closes only at its end; the test's time limit is the check.
    MappingProfile profile;
    for (int i = 0; i < 500; ++i) {
        const bool toRight = i % 2 == 0;
        profile.rows.append(row(u"r%1"_s.arg(i), QString::number((i + 1) / 2 % 250),
                                QString::number(i / 2),
                                toRight ? Direction::ToRight : Direction::ToLeft));
    }
    QCOMPARE(rowsWithErrors(problemsOf(profile)).size(), 500);
    profile.rows.removeLast();
    QCOMPARE(rowsWithErrors(problemsOf(profile)).size(), 0);

    FieldMapping wide = row(u"wide"_s, u"x"_s, u"x"_s);
    for (int i = 0; i < 20000; ++i) {
        wide.left.append(u"l%1"_s.arg(i));
        wide.right.append(u"r%1"_s.arg(i));
    }
    QCOMPARE(rowsWithErrors(problemsOf(MappingProfile {{wide}})).size(), 1);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::MappingProblemsTest)

#include "tst_mappingproblems.moc"
