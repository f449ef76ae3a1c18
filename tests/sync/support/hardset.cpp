// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/hardset.h"

#include "core/normalize.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

QStringList words(QStringView text)
{
    return text.toString().split(u' ', Qt::SkipEmptyParts);
}

const QStringList &firstNames()
{
    static const QStringList names = words(
        u"James Mary Robert Patricia John Jennifer Michael Elizabeth David Susan William Jessica "
        u"Richard Sarah Joseph Karen Thomas Lisa Christopher Nancy Charles Betty Daniel Sandra "
        u"Matthew Margaret Anthony Ashley Mark Kimberly Steven Emily Paul Donna Andrew Michelle "
        u"Joshua Carol Kenneth Amanda Kevin Melissa Brian Deborah Timothy Stephanie Ronald Rebecca "
        u"Edward Laura Jason Helen Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary Amy Nicholas "
        u"Angela Eric Shirley Jonathan Anna Larry Ruth Benjamin Brenda Samuel Pamela Gregory "
        u"Nicole "
        u"Alexander Catherine Frank Samantha Patrick Christine Raymond Emma Jack Maria Dennis "
        u"Elena "
        u"Ivan Jana Jan Maria Mario Georgi Petar Dimitar Desislava Ivanka Nikola Vesela Boris "
        u"Todor "
        u"Zoya Lyubomir Kaloyan Radka Stoyan Hristo José Zoë Łukasz Björn Anaïs Søren François "
        u"Inés");
    return names;
}

const QStringList &commonLastNames()
{
    static const QStringList names = words(
        u"Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez "
        u"Lopez "
        u"Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White "
        u"Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres "
        u"Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts "
        u"Ivanov Petrov Dimitrov Georgiev Nikolov Todorov Stoyanov Hristov Kolev Tanev Müller");
    return names;
}

QString shortForm(const QString &name)
{
    static const QHash<QString, QString> forms {
        {u"Robert"_s, u"Bob"_s},     {u"William"_s, u"Bill"_s},   {u"Richard"_s, u"Rick"_s},
        {u"James"_s, u"Jim"_s},      {u"Michael"_s, u"Mike"_s},   {u"Elizabeth"_s, u"Liz"_s},
        {u"Margaret"_s, u"Peggy"_s}, {u"Thomas"_s, u"Tom"_s},     {u"Anthony"_s, u"Tony"_s},
        {u"Edward"_s, u"Ted"_s},     {u"Joseph"_s, u"Joe"_s},     {u"Steven"_s, u"Steve"_s},
        {u"Andrew"_s, u"Andy"_s},    {u"Daniel"_s, u"Dan"_s},     {u"Rebecca"_s, u"Becky"_s},
        {u"Samuel"_s, u"Sam"_s},     {u"Alexander"_s, u"Alex"_s}, {u"Christopher"_s, u"Chris"_s},
        {u"Susan"_s, u"Susie"_s},    {u"Jennifer"_s, u"Jen"_s},   {u"Dimitar"_s, u"Mitko"_s},
        {u"Matthew"_s, u"Matt"_s},   {u"Deborah"_s, u"Debbie"_s}, {u"Georgi"_s, u"Gosho"_s}};
    return forms.value(name, name);
}

QString inCyrillic(const QString &name)
{
    static const QStringList letters
        = words(u"а б ц д е ф г х и й к л м н о п я р с т у в в х ъ з");
    QString written;
    for (const QChar c : name.toLower()) {
        const int place = c.unicode() - u'a';
        written += place >= 0 && place < letters.size() ? letters.at(place) : QString(c);
    }
    written[0] = written.at(0).toUpper();
    return written;
}

struct Home
{
    QString street;
    int number = 0;
    QString city;
    QString postalCode;
    QString phone;
};

struct Firm
{
    QString name;
    QString domain;
    Home place;
};

//! Somebody as they are; what the lists tell of them is less.
struct Human
{
    QString first;
    QString last;
    QString suffix;
    QString email;
    QString phone;
    QDate born;
    Home home;
    Firm firm;
    bool worksThere = false;
};

class Town
{
public:
    explicit Town(quint64 seed, int size)
        : m_random(seed)
        , m_size(size)
    { }

    HardSet lists()
    {
        HardSet made;
        const int shared = m_size * 7 / 10;
        std::vector<Human> humans;
        while (static_cast<int>(humans.size()) < shared + 2 * (m_size - shared))
            settle(humans);
        humans.resize(static_cast<std::size_t>(shared + 2 * (m_size - shared)));
        std::shuffle(humans.begin(), humans.end(), m_random);
        for (std::size_t i = 0; i < humans.size(); ++i) {
            const auto number = static_cast<int>(i);
            if (number < m_size)
                add(made, Side::Left, told(humans[i]), number);
            if (number < shared || number >= m_size)
                add(made, Side::Right, told(later(humans[i])), number);
        }
        shuffle(made, Side::Left);
        shuffle(made, Side::Right);
        return made;
    }

private:
    static void add(HardSet &made, Side side, Someone person, int number)
    {
        made.people[side].push_back(std::move(person));
        made.truth[side].push_back(number);
    }

    void shuffle(HardSet &made, Side side)
    {
        for (std::size_t i = made.truth[side].size(); i > 1; --i) {
            const std::size_t other = m_random() % i;
            std::swap(made.people[side][i - 1], made.people[side][other]);
            std::swap(made.truth[side][i - 1], made.truth[side][other]);
        }
    }

    int below(int n) { return static_cast<int>(m_random() % static_cast<quint64>(n)); }
    bool chance(double percent) { return below(100'000) < percent * 1000; }

    QString pick(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }

    QString syllables(int count)
    {
        static const QStringList parts
            = words(u"ba de fi go hu ja ke li mo nu pa re si to vu ber dov gar lin mar kov ski ten "
                    u"ros vel dor ham bek");
        QString made;
        for (int i = 0; i < count; ++i)
            made += pick(parts);
        made[0] = made.at(0).toUpper();
        return made;
    }

    //! A quarter of all people have one of sixty names.
    QString lastName() { return chance(25) ? pick(commonLastNames()) : syllables(2 + below(3)); }
    //! The first of the list are the common ones.
    QString firstName()
    {
        const int last = static_cast<int>(firstNames().size());
        return firstNames().at(std::min(below(last), chance(60) ? below(last) : last - 1));
    }
    QString number() { return u"+35988%1"_s.arg(1'000'000 + below(8'999'999)); }

    Home home()
    {
        static const QStringList cities
            = words(u"Sofia Plovdiv Varna Burgas Ruse London Leeds Bristol Berlin Graz");
        Home made;
        made.street = (chance(30) ? syllables(2) : pick(commonLastNames()))
            + pick({u" Street"_s, u" Road"_s, u" Avenue"_s, u""_s});
        made.number = 1 + below(150);
        const int city = below(static_cast<int>(cities.size()));
        made.city = cities.at(city);
        made.postalCode = QString::number(1000 + city * 800 + below(80));
        made.phone = u"+3592%1"_s.arg(1'000'000 + below(8'999'999));
        return made;
    }

    Firm firm()
    {
        Firm made;
        made.name = syllables(2) + pick({u" Studio"_s, u" Systems"_s, u" Group"_s, u""_s});
        made.domain = made.name.section(u' ', 0, 0).toLower() + QString::number(below(m_size))
            + pick({u".com"_s, u".bg"_s, u".io"_s});
        made.place = home();
        return made;
    }

    Firm someFirm()
    {
        if (m_firms.empty() || chance(100.0 / 12))
            m_firms.push_back(firm());
        return m_firms[m_random() % m_firms.size()];
    }

    QDate birthday(int generation)
    {
        return QDate(1960 + generation * 27, 1, 1).addDays(below(20 * 365));
    }

    QString address(const Human &human, const Firm &at)
    {
        const QString first = foldedText(human.first);
        const QString last = foldedText(human.last);
        if (chance(4))
            return "info@"_L1 + at.domain;
        if (chance(50))
            return first + u'.' + last + u'@' + at.domain;
        return first.left(1 + below(5)) + last + QString::number(++m_mailboxes)
            + pick({u"@gmail.example"_s, u"@mail.example"_s});
    }

    void settle(std::vector<Human> &humans)
    {
        const Home place = home();
        const QString name = lastName();
        const QString mailbox
            = foldedText(name) + QString::number(++m_mailboxes) + "@home.example"_L1;
        const bool sharesMailbox = chance(8);
        const int members = chance(60) ? 1 : 2 + below(3);
        for (int i = 0; i < members; ++i) {
            Human human;
            human.first = firstName();
            human.last = i == 1 && chance(20) ? lastName() : name;
            human.born = birthday(i / 2);
            human.home = place;
            human.firm = someFirm();
            human.worksThere = chance(75);
            if (i == 2 && chance(4)) {
                human.first = humans.back().first;
                human.suffix = u"Jr"_s;
                humans.back().suffix = u"Sr"_s;
            }
            if (i == 3 && chance(5))
                human.born = humans.back().born; // twins
            human.email = address(human, human.firm);
            if (members > 1 && sharesMailbox && chance(70))
                human.email = mailbox;
            human.phone = chance(12) ? place.phone : chance(10) ? human.firm.place.phone : number();
            humans.push_back(human);
        }
    }

    //! The same one as the other list came to know them.
    Human later(Human human)
    {
        if (chance(5)) {
            human.firm = someFirm();
            human.email = address(human, human.firm);
        } else if (chance(4)) {
            human.email = address(human, human.firm);
        }
        if (chance(6))
            human.phone = number();
        if (chance(5))
            human.home = home();
        if (chance(1.5))
            human.last = lastName();
        if (chance(5))
            human.first = shortForm(human.first);
        if (chance(2))
            human.email = misspelled(human.email);
        if (chance(2))
            human.first = misspelled(human.first);
        if (chance(2))
            human.last = misspelled(human.last);
        if (chance(2) && human.born.isValid())
            human.born = human.born.addDays(pickDays());
        if (chance(1))
            human.first = human.first.left(1) + u'.';
        if (chance(2))
            human.first += u' ' + pick(firstNames());
        if (chance(1))
            std::swap(human.first, human.last);
        if (chance(1.5)) {
            human.first = inCyrillic(human.first);
            human.last = inCyrillic(human.last);
        }
        return human;
    }

    int pickDays() { return chance(50) ? 1 : 9; }

    QString misspelled(QString text)
    {
        if (text.size() < 4)
            return text;
        const qsizetype at = 1
            + below(static_cast<int>(text.indexOf(u'@') > 3 ? text.indexOf(u'@') : text.size())
                    - 2);
        switch (below(3)) {
        case 0:
            return text.left(at) + text.at(at + 1) + text.at(at) + text.mid(at + 2);
        case 1:
            return text.remove(at, 1);
        default:
            return text.insert(at, QChar(u'a' + below(26)));
        }
    }

    //! What a list happens to hold of somebody.
    Someone told(const Human &human)
    {
        Someone told;
        told.name = human.first + u' ' + human.last;
        if (!human.suffix.isEmpty() && chance(85))
            told.name += u' ' + human.suffix;
        if (chance(10))
            told.name = told.name.toUpper();
        if (!chance(5))
            told.email = human.email;
        if (!chance(15))
            told.phone = human.phone;
        if (!chance(20)) {
            const Home &place = human.worksThere && chance(20) ? human.firm.place : human.home;
            told.street = chance(20) ? QString(QString::number(place.number) + u' ' + place.street)
                                     : QString(place.street + u' ' + QString::number(place.number));
            told.city = place.city;
            told.postalCode = chance(10) ? QString() : place.postalCode;
        }
        if (human.worksThere && !chance(10))
            told.company = human.firm.name + (chance(10) ? u" Ltd"_s : QString());
        if (chance(60))
            told.born = human.born;
        return told;
    }

    std::mt19937_64 m_random;
    int m_size;
    int m_mailboxes = 0; // no two people get the same one by chance
    std::vector<Firm> m_firms;
};

} // namespace

HardSet hardSet(quint64 seed, int size)
{
    return Town(seed, size).lists();
}

} // namespace twinbook::testing
