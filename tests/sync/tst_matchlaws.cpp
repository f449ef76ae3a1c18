// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/matching.h"
#include "sync/support/matchoracle.h"
#include "sync/support/people.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using twinbook::testing::matchPlainly;
using twinbook::testing::Situation;
using twinbook::testing::Someone;

namespace twinbook {

namespace {

//! Two lists that describe some of the same people, and what was said about pairs of them.
struct Lists
{
    PerSide<std::vector<Someone>> people;
    std::vector<std::tuple<int, int, Choice>> said;
};

//! How much the people of a world have in common.
struct Crowd
{
    int size = 0;
    int names = 0; //!< how many first and as many last names there are
    int shared = 0; //!< one in so many fields is the same for everybody
    int missing = 0; //!< one in so many fields is empty
    int slips = 0; //!< one in so many fields is misspelled in the other list
};

class Inventor
{
public:
    Inventor(quint32 seed, const Crowd &crowd)
        : m_random(seed)
        , m_crowd(crowd)
    { }

    Lists lists()
    {
        Lists made;
        for (int i = 0; i < m_crowd.size; ++i) {
            const Someone person = somebody(i);
            if (!oneIn(5))
                made.people.left.push_back(person);
            if (!oneIn(5))
                made.people.right.push_back(retold(person));
        }
        std::shuffle(made.people.right.begin(), made.people.right.end(), m_random);
        for (int i = m_crowd.size / 10; i > 0; --i)
            made.said.emplace_back(below(m_crowd.size), below(m_crowd.size),
                                   oneIn(3) ? Choice::Same : Choice::Different);
        return made;
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool oneIn(int n) { return n > 0 && below(n) == 0; }

    //! One of many values, the common one, or none.
    QString field(const QString &value, const QString &common)
    {
        if (oneIn(m_crowd.missing))
            return {};
        return oneIn(m_crowd.shared) ? common : value;
    }

    QString name()
    {
        static const QStringList firsts
            = u"Ana Boris Ivan Ivana Jan Jana Maria Mario Zoë Łukasz Елена Петър Anne-Marie A."_s
                  .split(u' ');
        static const QStringList lasts
            = u"Ruiz Ruizov Tanev Taneva Petrov Petrova Иванов Иванова Strauß Li Kolev Kolevski"_s
                  .split(u' ');
        const int names = m_crowd.names;
        QString made = firsts.at(below(names) % firsts.size());
        if (oneIn(8))
            made += u" Maria"_s;
        return made + u' ' + lasts.at(below(names) % lasts.size())
            + (names > 12 ? QString(QChar(u'a' + below(20))) : QString());
    }

    Someone somebody(int number)
    {
        Someone made;
        made.name = field(name(), u"Ivan Ivanov"_s);
        made.email = field(u"%1.%2@x%3.bg"_s.arg(made.name.section(u' ', 0, 0).toLower())
                               .arg(number % 400)
                               .arg(number % 7),
                           u"info@kliment.bg"_s);
        made.phone = field(u"+35988%1"_s.arg(1'000'000 + number), u"02 981 0001"_s);
        made.street
            = field(u"%1 %2"_s.arg(oneIn(2) ? u"Shipka"_s : u"Shipchenski Prohod"_s).arg(below(60)),
                    u"Vitosha 1|2"_s);
        made.city = field(oneIn(2) ? u"Sofia"_s : u"Sofiya"_s, u"Plovdiv"_s);
        made.postalCode = field(QString::number(1000 + below(40)), u"1504"_s);
        made.company = field(u"Firm %1"_s.arg(below(30)), u"Kliment Ltd"_s);
        if (!oneIn(m_crowd.missing))
            made.born = QDate(1960 + below(40), 1 + below(12), 1 + below(28));
        return made;
    }

    QString misspelled(QString text)
    {
        if (text.size() < 2 || !oneIn(m_crowd.slips))
            return text;
        const qsizetype at = below(static_cast<int>(text.size()) - 1);
        switch (below(4)) {
        case 0:
            return text.left(at) + text.at(at + 1) + text.at(at) + text.mid(at + 2);
        case 1:
            return text.remove(at, 1);
        case 2:
            return text.insert(at, u'o');
        default:
            return text.section(u' ', 1) + u' ' + text.section(u' ', 0, 0);
        }
    }

    Someone retold(Someone person)
    {
        for (QString *text : {&person.name, &person.email, &person.phone, &person.street,
                              &person.city, &person.postalCode, &person.company})
            *text = field(misspelled(*text), {});
        if (oneIn(m_crowd.slips))
            person.born = person.born.addDays(below(2) * 30 + 1);
        return person;
    }

    std::mt19937 m_random;
    Crowd m_crowd;
};

MatchResult found(const Lists &lists, decltype(match) &matcher)
{
    Situation world(lists.people.left, lists.people.right);
    for (const auto &[left, right, choice] : lists.said) {
        world.answer({QuestionKind::SamePerson,
                      RemoteId(u"l%1"_s.arg(left)),
                      RemoteId(u"r%1"_s.arg(right)),
                      {}},
                     choice);
    }
    const MatchRows rows(world.projection);
    Unmatched all;
    all.left.resize(world.left.people.size());
    all.right.resize(world.right.people.size());
    std::iota(all.left.begin(), all.left.end(), 0);
    std::iota(all.right.begin(), all.right.end(), 0);
    const PerSide<std::vector<MatchKeys>> keys {
        matchKeysOf(world.left.people, all.left, rows, u"BG"_s),
        matchKeysOf(world.right.people, all.right, rows, u"BG"_s)};
    return matcher(world.projection, world.left, world.right, keys, all, world.judgements);
}

//! All that match() says, one line for each pair, in its order, scores to the last bit.
QStringList drawn(const MatchResult &result)
{
    QStringList lines {u"%1 compared"_s.arg(result.compared)};
    for (const Match &match : result.matches)
        lines.append(
            u"l%1=r%2 %3"_s.arg(match.left).arg(match.right).arg(static_cast<int>(match.basis)));
    for (const Candidate &candidate : result.candidates)
        lines.append(u"l%1?r%2 %3 %4"_s.arg(candidate.left)
                         .arg(candidate.right)
                         .arg(candidate.score, 0, 'g', 17)
                         .arg(candidate.evidence));
    return lines;
}

bool agree(const Lists &lists)
{
    return drawn(found(lists, match)) == drawn(found(lists, matchPlainly));
}

//! Leaves out whoever is not needed for the disagreement, as far as a few hundred tries go.
Lists shrunk(Lists lists)
{
    int tries = 300;
    for (const Side side : bothSides) {
        for (std::size_t step = lists.people[side].size() / 2; step > 0; step /= 2) {
            for (std::size_t i = 0; i + step <= lists.people[side].size() && tries > 0; --tries) {
                Lists fewer = lists;
                std::vector<Someone> &people = fewer.people[side];
                const auto from = people.begin() + static_cast<std::ptrdiff_t>(i);
                people.erase(from, from + static_cast<std::ptrdiff_t>(step));
                if (agree(fewer))
                    i += step;
                else
                    lists = fewer;
            }
        }
    }
    return lists;
}

QString described(const Lists &lists)
{
    QString text;
    for (const Side side : bothSides) {
        for (const Someone &person : lists.people[side])
            text += u"  %1: %2\n"_s.arg(
                serviceKey(side),
                QStringList {person.name, person.email, person.phone, person.street, person.city,
                             person.postalCode, person.company, person.born.toString(Qt::ISODate)}
                    .join(u", "_s));
    }
    return text + "plainly\n  "_L1 + drawn(found(lists, matchPlainly)).join(u"\n  "_s)
        + "\nfound\n  "_L1 + drawn(found(lists, match)).join(u"\n  "_s);
}

} // namespace

//! match() against an oracle that looks at every pair of people: the same matches and questions,
//! with the same scores and words, in the same order, from the same number of comparisons.
class MatchLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatLookingAtEveryPairFinds_data();
    void findsWhatLookingAtEveryPairFinds();
    void theEffortGrowsWithTheLists_data();
    void theEffortGrowsWithTheLists();
};

void MatchLawsTest::findsWhatLookingAtEveryPairFinds_data()
{
    QTest::addColumn<Crowd>("crowd");
    QTest::addColumn<int>("worlds");
    QTest::newRow("a few") << Crowd {8, 4, 4, 3, 2} << 400;
    QTest::newRow("an office") << Crowd {200, 40, 40, 4, 4} << 10;
    QTest::newRow("an office, much unknown") << Crowd {200, 60, 30, 2, 3} << 10;
    QTest::newRow("an office, all well known") << Crowd {150, 60, 0, 12, 3} << 10;
    // More than fifty and more than two hundred people with one key.
    QTest::newRow("few names") << Crowd {280, 6, 12, 3, 4} << 6;
    QTest::newRow("one phone and one mailbox for most") << Crowd {400, 50, 2, 4, 4} << 4;
}

void MatchLawsTest::findsWhatLookingAtEveryPairFinds()
{
    QFETCH(const Crowd, crowd);
    QFETCH(const int, worlds);
    const quint32 seed = std::random_device()();
    std::size_t matches = 0;
    std::size_t questions = 0;
    for (int i = 0; i < worlds; ++i) {
        const Lists lists = Inventor(seed + static_cast<quint32>(i), crowd).lists();
        const MatchResult plain = found(lists, matchPlainly);
        matches += plain.matches.size();
        questions += plain.candidates.size();
        if (drawn(found(lists, match)) != drawn(plain))
            QFAIL(qPrintable(u"seed %1:\n%2"_s.arg(seed + static_cast<quint32>(i))
                                 .arg(described(shrunk(lists)))));
    }
    // Worlds in which nobody is recognised would prove nothing.
    QVERIFY2(
        matches > 0 && questions > 0,
        qPrintable(u"seed %1: %2 matches, %3 questions"_s.arg(seed).arg(matches).arg(questions)));
    qInfo("seed %u: %zu matches, %zu questions", seed, matches, questions);
}

void MatchLawsTest::theEffortGrowsWithTheLists_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<std::size_t>("mostComparisons");
    // Half as many again as are made now.
    QTest::newRow("2,000") << 2000 << std::size_t {30'000};
    QTest::newRow("8,000") << 8000 << std::size_t {275'000};
}

//! Counts comparisons instead of seconds: a key that hundreds share would show here.
void MatchLawsTest::theEffortGrowsWithTheLists()
{
    QFETCH(const int, people);
    QFETCH(const std::size_t, mostComparisons);
    // The same people in every run, with as many names as a town of that size.
    const Lists lists = Inventor(20260501, Crowd {people, 60, 40, 5, 4}).lists();
    const MatchResult result = found(lists, match);
    const std::size_t recognised = result.matches.size() + result.candidates.size();
    qInfo("%zu and %zu people: %zu matches, %zu questions, %zu comparisons",
          lists.people.left.size(), lists.people.right.size(), result.matches.size(),
          result.candidates.size(), result.compared);
    QVERIFY(recognised > static_cast<std::size_t>(people) / 2);
    QVERIFY(result.compared <= mostComparisons);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::MatchLawsTest)

#include "tst_matchlaws.moc"
