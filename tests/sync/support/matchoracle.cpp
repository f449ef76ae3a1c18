// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/matchoracle.h"

#include "core/normalize.h"
#include "sync/agreement.h"
#include "sync/support/plainscore.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

constexpr int mostPerKey = 200;
constexpr int mostPerWeakKey = 50;

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? QString() : QString(a + u'|' + b);
}

//! Somebody who may be matched, with every key spelled out.
struct Person
{
    int index = 0;
    const Observation *observation = nullptr;
    const MatchKeys *keys = nullptr;
    std::vector<QString> weakKeys;
    bool isFree = true;
};

std::vector<QString> weakKeysOf(const MatchRows &rows, const Observation &person,
                                const MatchKeys &keys)
{
    const PlainName name(keys.name);
    const QString first = name.first.left(3);
    const QString last = name.last.left(3);
    const auto at = [&person](int row) { return plainTextAt(person, row); };
    return {keys.email,
            keys.phone,
            keys.name,
            first < last ? joined(first, last) : joined(last, first),
            at(rows.birthDate),
            joined(at(rows.postalCode), first),
            joined(at(rows.postalCode), last),
            joined(at(rows.street), name.last.left(2)),
            joined(at(rows.company), name.last)};
}

class PlainMatcher
{
public:
    PlainMatcher(const Projection &projection, const SideState &left, const SideState &right,
                 const PerSide<std::vector<MatchKeys>> &keys, const Unmatched &unmatched,
                 const Judgements &judgements)
        : m_projection(projection)
        , m_rows(projection)
        , m_judgements(judgements)
        , m_left(peopleOf(left, keys.left, unmatched.left))
        , m_right(peopleOf(right, keys.right, unmatched.right))
    { }

    MatchResult run()
    {
        link(MatchBasis::PersonDecided);
        std::size_t before = 0;
        do {
            before = m_result.matches.size();
            link(MatchBasis::Email);
            link(MatchBasis::PhoneAndLastName);
        } while (before != m_result.matches.size());
        ask();
        return std::move(m_result);
    }

private:
    std::vector<Person> peopleOf(const SideState &state, const std::vector<MatchKeys> &keys,
                                 const std::vector<int> &indexes) const
    {
        std::vector<Person> people;
        for (const int i : indexes) {
            const auto place = static_cast<std::size_t>(i);
            people.push_back({i, &state.people[place], &keys[place],
                              weakKeysOf(m_rows, state.people[place], keys[place]), true});
        }
        return people;
    }

    [[nodiscard]] bool isAnswered(const Person &left, const Person &right, Choice choice) const
    {
        const auto it = m_judgements.answers.constFind(
            {QuestionKind::SamePerson, left.observation->id, right.observation->id, {}});
        return it != m_judgements.answers.cend() && it->choice == choice;
    }

    static QString keyOf(MatchBasis basis, const Person &person)
    {
        return basis == MatchBasis::Email
            ? person.keys->email
            : joined(person.keys->phone, PlainName(person.keys->name).last);
    }

    [[nodiscard]] bool isProven(MatchBasis basis, const Person &left, const Person &right) const
    {
        const MatchKeys &a = *left.keys;
        const MatchKeys &b = *right.keys;
        if (keyOf(basis, left).isEmpty() || keyOf(basis, left) != keyOf(basis, right)
            || isAnswered(left, right, Choice::Different) || areTwoGenerations(a, b)
            || digitsAgreement(plainTextAt(*left.observation, m_rows.birthDate),
                               plainTextAt(*right.observation, m_rows.birthDate))
                == Agreement::Different)
            return false;
        if (basis == MatchBasis::PhoneAndLastName)
            return namesAllowPhoneLink(a, b);
        return isSharedMailbox(a.email) ? !a.name.isEmpty() && a.name == b.name
                                        : namesAllowEmailLink(a, b);
    }

    //! How many people with such a key were free when this key's turn came.
    static int bearers(MatchBasis basis, const std::vector<Person> &people,
                       const std::vector<char> &wereFree, const QString &key)
    {
        int count = 0;
        for (std::size_t i = 0; i < people.size(); ++i)
            count += wereFree[i] && keyOf(basis, people[i]) == key ? 1 : 0;
        return count;
    }

    static std::vector<char> freedom(const std::vector<Person> &people)
    {
        std::vector<char> free;
        for (const Person &person : people)
            free.push_back(person.isFree ? 1 : 0);
        return free;
    }

    void link(MatchBasis basis)
    {
        const std::vector<char> leftFree = freedom(m_left);
        const std::vector<char> rightFree = freedom(m_right);
        for (Person &left : m_left) {
            if (basis == MatchBasis::PersonDecided) {
                linkDecided(left);
                continue;
            }
            std::vector<Person *> possible;
            for (Person &right : m_right) {
                if (left.isFree && right.isFree && isProven(basis, left, right))
                    possible.push_back(&right);
            }
            const QString key = keyOf(basis, left);
            if (possible.size() != 1 || bearers(basis, m_right, rightFree, key) > mostPerKey
                || bearers(basis, m_left, leftFree, key) > mostPerKey)
                continue;
            const auto rivals = std::count_if(m_left.begin(), m_left.end(), [&](const Person &p) {
                return p.isFree && isProven(basis, p, *possible.front());
            });
            if (rivals == 1)
                take(left, *possible.front(), basis);
        }
    }

    void linkDecided(Person &left)
    {
        for (Person &right : m_right) {
            if (left.isFree && right.isFree && isAnswered(left, right, Choice::Same))
                take(left, right, MatchBasis::PersonDecided);
        }
    }

    void take(Person &left, Person &right, MatchBasis basis)
    {
        left.isFree = right.isFree = false;
        m_result.matches.push_back({left.index, right.index, basis, 1, {}});
    }

    //! Free people of the right side with the same key of that kind; none if too many have it.
    [[nodiscard]] bool meet(const Person &left, const Person &right) const
    {
        for (std::size_t kind = 0; kind < left.weakKeys.size(); ++kind) {
            const QString &key = left.weakKeys[kind];
            if (key.isEmpty() || key != right.weakKeys[kind])
                continue;
            const auto sharing
                = std::count_if(m_right.begin(), m_right.end(), [&](const Person &other) {
                      return other.isFree && other.weakKeys[kind] == key;
                  });
            if (sharing <= mostPerWeakKey)
                return true;
        }
        return false;
    }

    void ask()
    {
        std::vector<Candidate> found;
        for (const Person &left : m_left) {
            for (const Person &right : m_right) {
                if (!left.isFree || !right.isFree || !meet(left, right))
                    continue;
                ++m_result.compared;
                const PlainScore score = scorePlainly(m_projection, *left.observation, *left.keys,
                                                      *right.observation, *right.keys);
                if (score.probability >= 0.5 && !isAnswered(left, right, Choice::Different))
                    found.push_back({left.index, right.index, score.probability, score.evidence});
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
        std::set<int> lefts;
        std::set<int> rights;
        for (const Candidate &candidate : found) {
            if (lefts.contains(candidate.left) || rights.contains(candidate.right))
                continue;
            lefts.insert(candidate.left);
            rights.insert(candidate.right);
            m_result.candidates.push_back(candidate);
        }
    }

    const Projection &m_projection;
    const MatchRows m_rows;
    const Judgements &m_judgements;
    std::vector<Person> m_left;
    std::vector<Person> m_right;
    MatchResult m_result;
};

} // namespace

MatchResult matchPlainly(const Projection &projection, const SideState &left,
                         const SideState &right, const PerSide<std::vector<MatchKeys>> &keys,
                         const Unmatched &unmatched, const Judgements &judgements)
{
    return PlainMatcher(projection, left, right, keys, unmatched, judgements).run();
}

} // namespace twinbook::testing
