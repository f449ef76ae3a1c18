// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/normalize.h"
#include "sync/matching.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int numberColumn = 3;

//! FEBRL 4, a public set made for measuring this: 5,000 invented people and a misspelled copy of
//! each, in two lists (sync-engines.md 5.2). Not part of the project.
QString febrlFolder()
{
    const QString given = qEnvironmentVariable("TWINBOOK_SHARED");
    const QString shared
        = given.isEmpty() ? QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/../../../shared"_s : given;
    return shared + u"/data/febrl"_s;
}

Projection addressProjection()
{
    const auto row = [](const FieldId &id, FieldRole role, Conversion conversion) {
        FieldMapping made;
        made.id = made.title = id;
        made.left = made.right = {id};
        made.role = role;
        made.conversion = conversion;
        return made;
    };
    MappingProfile profile {{row(u"name"_s, FieldRole::Name, Conversion::AsIs),
                             row(u"street"_s, FieldRole::Street, Conversion::AsIs),
                             row(u"city"_s, FieldRole::City, Conversion::AsIs),
                             row(u"postalCode"_s, FieldRole::PostalCode, Conversion::AsIs),
                             row(u"born"_s, FieldRole::BirthDate, Conversion::Date),
                             row(u"address2"_s, FieldRole::Plain, Conversion::AsIs),
                             row(u"state"_s, FieldRole::Plain, Conversion::AsIs)}};
    ServiceSchema account;
    for (const FieldMapping &line : std::as_const(profile.rows)) {
        FieldSpec spec;
        spec.key = line.id;
        account.fields.append(spec);
    }
    return Projection(profile, account, account);
}

//! The number in "rec-1070-org" is the same for both records of a person.
SideState readSide(const Projection &projection, Side side, const QString &path,
                   std::vector<int> &truth)
{
    SideState state;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return state;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u", "_s);
        if (cells.size() < 10)
            continue;
        const QString street = QString(cells.at(numberColumn) + u' ' + cells.at(4)).simplified();
        const QString name = QString(cells.at(1) + u' ' + cells.at(2)).simplified();
        const FieldMap fields {
            {u"name"_s, FieldValue(name)},        {u"street"_s, FieldValue(street)},
            {u"city"_s, FieldValue(cells.at(6))}, {u"postalCode"_s, FieldValue(cells.at(7))},
            {u"born"_s, FieldValue(cells.at(9))}, {u"address2"_s, FieldValue(cells.at(5))},
            {u"state"_s, FieldValue(cells.at(8))}};
        Observation person;
        person.id = RemoteId(cells.at(0));
        person.values = projection.project(side, fields);
        state.people.push_back(std::move(person));
        truth.push_back(cells.at(0).section(u'-', 1, 1).toInt());
    }
    state.extent = PeopleSnapshot::Extent::Whole;
    return state;
}

} // namespace

class FebrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void almostEveryPairIsFoundAndHardlyAnyIsWrong();
    void nobodyIsInventedWhenHalfAreMissing();

private:
    void measure(const SideState &left, const SideState &right, const std::vector<int> &leftTruth,
                 const std::vector<int> &rightTruth, double leastRecall);
    bool read();

    Projection m_projection = addressProjection();
    SideState m_left;
    SideState m_right;
    std::vector<int> m_leftTruth;
    std::vector<int> m_rightTruth;
};

bool FebrlTest::read()
{
    if (m_left.people.empty()) {
        const QString folder = febrlFolder();
        m_left = readSide(m_projection, Side::Left, folder + u"/dataset4a.csv"_s, m_leftTruth);
        m_right = readSide(m_projection, Side::Right, folder + u"/dataset4b.csv"_s, m_rightTruth);
    }
    return m_left.people.size() == 5000 && m_right.people.size() == 5000;
}

void FebrlTest::measure(const SideState &left, const SideState &right,
                        const std::vector<int> &leftTruth, const std::vector<int> &rightTruth,
                        double leastRecall)
{
    const MatchRows rows(m_projection);
    Unmatched everybody;
    for (std::size_t i = 0; i < left.people.size(); ++i)
        everybody.left.push_back(static_cast<int>(i));
    for (std::size_t i = 0; i < right.people.size(); ++i)
        everybody.right.push_back(static_cast<int>(i));
    QElapsedTimer timer;
    timer.start();
    const PerSide<std::vector<MatchKeys>> keys {
        matchKeysOf(left.people, everybody.left, rows, {}),
        matchKeysOf(right.people, everybody.right, rows, {})};
    const MatchResult result = match(m_projection, left, right, keys, everybody, {});
    const qint64 took = timer.elapsed();

    int linked = 0;
    int wrong = 0;
    int asked = 0;
    const auto isTrue = [&](int a, int b) {
        return leftTruth[static_cast<std::size_t>(a)] == rightTruth[static_cast<std::size_t>(b)];
    };
    for (const Match &link : result.matches)
        ++(isTrue(link.left, link.right) ? linked : wrong);
    for (const Candidate &candidate : result.candidates)
        asked += isTrue(candidate.left, candidate.right) ? 1 : 0;
    int pairs = 0;
    QSet<int> numbers(leftTruth.cbegin(), leftTruth.cend());
    for (const int number : rightTruth)
        pairs += numbers.contains(number) ? 1 : 0;
    qInfo(
        "%d true pairs: %d linked (recall %.4f, precision %.4f), %zu questions (%d of them true), "
        "%zu compared, %lld ms",
        pairs, linked, 1.0 * linked / pairs, 1.0 * linked / std::max(linked + wrong, 1),
        result.candidates.size(), asked, result.compared, took);
    QCOMPARE(wrong, 0);
    QVERIFY(linked >= pairs * leastRecall);
}

void FebrlTest::almostEveryPairIsFoundAndHardlyAnyIsWrong()
{
    if (!read())
        QSKIP("The FEBRL lists are not beside the project; set TWINBOOK_SHARED to their folder.");
    measure(m_left, m_right, m_leftTruth, m_rightTruth, 0.9976);
}

//! 60 % of each list, so that four of ten have no partner and look for one all the same.
void FebrlTest::nobodyIsInventedWhenHalfAreMissing()
{
    if (!read())
        QSKIP("The FEBRL lists are not beside the project; set TWINBOOK_SHARED to their folder.");
    const auto sample = [](const SideState &all, const std::vector<int> &truth, int salt,
                           std::vector<int> &numbers) {
        SideState some;
        some.extent = all.extent;
        for (std::size_t i = 0; i < all.people.size(); ++i) {
            if ((truth[i] * 7 + salt * 3) % 10 >= 6)
                continue;
            some.people.push_back(all.people[i]);
            numbers.push_back(truth[i]);
        }
        return some;
    };
    std::vector<int> leftNumbers;
    std::vector<int> rightNumbers;
    const SideState left = sample(m_left, m_leftTruth, 0, leftNumbers);
    const SideState right = sample(m_right, m_rightTruth, 1, rightNumbers);
    measure(left, right, leftNumbers, rightNumbers, 0.98);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::FebrlTest)

#include "tst_febrl.moc"
