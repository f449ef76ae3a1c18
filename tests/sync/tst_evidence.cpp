// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/agreement.h"
#include "sync/linkids.h"
#include "sync/namevariants.h"
#include "sync/rivalry.h"
#include "sync/support/hardset.h"

#include "sync/matching.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using twinbook::testing::hardSet;
using twinbook::testing::HardSet;
using twinbook::testing::Situation;

namespace twinbook {

namespace {

SideState people(const QString &prefix, const QStringList &counterparts)
{
    SideState state;
    for (qsizetype i = 0; i < counterparts.size(); ++i)
        state.people.push_back(
            {RemoteId(prefix + QString::number(i)), {}, {}, {}, RemoteId(counterparts.at(i))});
    return state;
}

std::vector<int> everybody(const SideState &state)
{
    std::vector<int> all(state.people.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

//! "l0=r1" for what is certain, "l0?r1" for what is not.
QStringList named(const QStringList &left, const QStringList &right)
{
    const SideState lefts = people(u"l"_s, left);
    const SideState rights = people(u"r"_s, right);
    const LinkIdFindings found = matchLinkIds(lefts, rights, everybody(lefts), everybody(rights),
                                              [](int, int) { return false; });
    QStringList lines;
    for (const auto &[l, r] : found.agreed)
        lines.append(u"l%1=r%2"_s.arg(l).arg(r));
    for (const auto &[l, r] : found.contradicting)
        lines.append(u"l%1?r%2"_s.arg(l).arg(r));
    lines.sort();
    return lines;
}

} // namespace

class EvidenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfTheServices_data();
    void numbersOfTheServices();
    void rivalsShareWhatTheyClaim();
    void aSureClaimLeavesTheOtherFree();
    void namesInOtherLettersAndShortForms();
    void slipsInDates();
    void sameListsSameFindings();
};

void EvidenceTest::numbersOfTheServices_data()
{
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QStringList>("expected");
    const QString none;
    const auto list = [](const QString &text) { return text.split(u' '); };
    QTest::newRow("both name each other")
        << list(u"r1 r0"_s) << list(u"l1 l0"_s) << QStringList {u"l0=r1"_s, u"l1=r0"_s};
    QTest::newRow("only one does")
        << list(u"r0"_s) << QStringList {none} << QStringList {u"l0=r0"_s};
    QTest::newRow("only the other does")
        << QStringList {none} << list(u"l0"_s) << QStringList {u"l0=r0"_s};
    QTest::newRow("a copy on the right")
        << list(u"r0"_s) << list(u"l0 l0"_s) << QStringList {u"l0=r0"_s};
    QTest::newRow("two copies, none is named")
        << QStringList {none} << list(u"l0 l0"_s) << QStringList {u"l0?r0"_s};
    QTest::newRow("a circle") << list(u"r0 r1"_s) << list(u"l1 l0"_s)
                              << QStringList {u"l0?r0"_s, u"l1?r1"_s};
    QTest::newRow("somebody who is gone") << list(u"r7"_s) << list(u"l9"_s) << QStringList();
    QTest::newRow("names one, and is named by another")
        << QStringList {u"r0"_s, none} << list(u"l1"_s) << QStringList {u"l0?r0"_s};
}

void EvidenceTest::numbersOfTheServices()
{
    QFETCH(const QStringList, left);
    QFETCH(const QStringList, right);
    QTEST(named(left, right), "expected");
}

void EvidenceTest::rivalsShareWhatTheyClaim()
{
    // Twins in one list: either is it, half the time.
    const std::vector<double> one = settledClaims({{0, 0, 1e6}, {1, 0, 1e6}}, 2, 1);
    QVERIFY(one[0] > 0.49 && one[0] < 0.51);
    QCOMPARE(one[0], one[1]);
    const std::vector<double> both
        = settledClaims({{0, 0, 1e6}, {0, 1, 1e6}, {1, 0, 1e6}, {1, 1, 1e6}}, 2, 2);
    for (const double probability : both)
        QVERIFY(probability > 0.4 && probability < 0.6);
}

void EvidenceTest::aSureClaimLeavesTheOtherFree()
{
    // The second right one certainly is the second left one, so it is no rival of the first.
    const std::vector<double> settled
        = settledClaims({{0, 0, 1e4}, {0, 1, 1e3}, {1, 1, 1e9}}, 2, 2);
    QVERIFY(settled[0] > 0.999);
    QVERIFY(settled[1] < 0.001);
    QVERIFY(settled[2] > 0.999);
}

void EvidenceTest::namesInOtherLettersAndShortForms()
{
    QCOMPARE(inLatinLetters(u"иван петров"_s), u"ivan petrov"_s);
    QCOMPARE(inLatinLetters(u"щерев жечо"_s), u"shterev zhecho"_s);
    QCOMPARE(inLatinLetters(u"νικος"_s), u"nikos"_s);
    QCOMPARE(inLatinLetters(u"ana ruiz"_s), u"ana ruiz"_s);
    QCOMPARE(fullFirstName(u"bob"), u"robert");
    QCOMPARE(fullFirstName(u"robert"), u"robert");
}

void EvidenceTest::slipsInDates()
{
    QCOMPARE(digitsAgreement(u"1980-02-03", u"1980-02-03"), Agreement::Same);
    QCOMPARE(digitsAgreement(u"1980-02-03", u"1980-02-08"), Agreement::Close);
    QCOMPARE(digitsAgreement(u"1980-02-03", u"1980-02-30"), Agreement::Close);
    QCOMPARE(digitsAgreement(u"1980-02-03", u"1981-02-04"), Agreement::Near);
    QCOMPARE(digitsAgreement(u"1980-02-03", u"1952-11-24"), Agreement::Different);
    QCOMPARE(digitsAgreement(u"1980-02-03", QStringView()), Agreement::Unknown);
}

void EvidenceTest::sameListsSameFindings()
{
    const HardSet lists = hardSet(7, 1500);
    const Situation world(lists.people.left, lists.people.right);
    const auto lines = [&] {
        QStringList all;
        for (const Match &found :
             match(world.projection, world.left, world.right,
                   {matchKeysOf(world.left.people, everybody(world.left),
                                MatchRows(world.projection), u"BG"_s),
                    matchKeysOf(world.right.people, everybody(world.right),
                                MatchRows(world.projection), u"BG"_s)},
                   {everybody(world.left), everybody(world.right)}, world.judgements)
                 .matches)
            all.append(u"%1=%2 %3 %4"_s.arg(found.left)
                           .arg(found.right)
                           .arg(found.score, 0, 'g', 17)
                           .arg(found.evidence));
        return all;
    };
    const QStringList once = lines();
    QVERIFY(once.size() > 900);
    QCOMPARE(lines(), once);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::EvidenceTest)

#include "tst_evidence.moc"
