// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/matching.h"

#include "core/normalize.h"
#include "sync/keyindex.h"
#include "sync/scoring.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A key that so many people share says nothing and would only cost time.
constexpr std::size_t mostPerKey = 200;
constexpr std::size_t mostPerWeakKey = 50;

//! More than one possibility, which is none.
constexpr int ambiguous = -2;

class Matcher
{
public:
    Matcher(const Projection &projection, const SideState &left, const SideState &right,
            const PerSide<std::vector<MatchKeys>> &keys, const Unmatched &unmatched,
            const Judgements &judgements)
        : m_projection(projection)
        , m_rows(projection)
        , m_left(left)
        , m_right(right)
        , m_keys(keys)
        , m_unmatched(unmatched)
        , m_judgements(judgements)
        , m_free {std::vector<char>(left.people.size(), 0),
                  std::vector<char>(right.people.size(), 0)}
    {
        for (const int i : unmatched.left)
            m_free.left[static_cast<std::size_t>(i)] = 1;
        for (const int i : unmatched.right)
            m_free.right[static_cast<std::size_t>(i)] = 1;
    }

    MatchResult run()
    {
        matchDecided();
        // Whoever is recognised by a phone may leave an e-mail with one possibility only.
        for (std::size_t before = m_result.matches.size() + 1; before != m_result.matches.size();) {
            before = m_result.matches.size();
            matchByKeys();
        }
        findCandidates();
        return std::move(m_result);
    }

private:
    void matchByKeys()
    {
        matchByKey(MatchBasis::Email, [](const MatchKeys &key) { return key.email; });
        matchByKey(MatchBasis::PhoneAndLastName, [](const MatchKeys &key) {
            return key.phone.isEmpty() || key.last.isEmpty() ? QString()
                                                             : key.phone + u'|' + key.last;
        });
    }

    [[nodiscard]] const MatchKeys &leftKeys(int i) const
    {
        return m_keys.left[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const MatchKeys &rightKeys(int i) const
    {
        return m_keys.right[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const Observation &leftPerson(int i) const
    {
        return m_left.people[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const Observation &rightPerson(int i) const
    {
        return m_right.people[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] bool isFree(Side side, int i) const
    {
        return m_free[side][static_cast<std::size_t>(i)] != 0;
    }

    void take(int left, int right, MatchBasis basis)
    {
        m_result.matches.push_back({left, right, basis});
        m_free.left[static_cast<std::size_t>(left)] = 0;
        m_free.right[static_cast<std::size_t>(right)] = 0;
    }

    [[nodiscard]] std::optional<Choice> decided(int left, int right) const
    {
        if (m_judgements.answers.isEmpty())
            return std::nullopt;
        const auto it = m_judgements.answers.constFind(
            {QuestionKind::SamePerson, leftPerson(left).id, rightPerson(right).id, {}});
        return it == m_judgements.answers.cend() ? std::nullopt : std::optional(it->choice);
    }

    void matchDecided()
    {
        QHash<RemoteId, int> lefts;
        QHash<RemoteId, int> rights;
        // Sorted, because the order of a hash differs from run to run and answers may contradict.
        std::vector<std::pair<int, int>> decided;
        for (auto it = m_judgements.answers.cbegin(); it != m_judgements.answers.cend(); ++it) {
            if (it.key().kind != QuestionKind::SamePerson || it->choice != Choice::Same)
                continue;
            if (lefts.isEmpty()) {
                for (const int i : m_unmatched.left)
                    lefts.insert(leftPerson(i).id, i);
                for (const int i : m_unmatched.right)
                    rights.insert(rightPerson(i).id, i);
            }
            const int left = lefts.value(it.key().left, PersonPlan::nobody);
            const int right = rights.value(it.key().right, PersonPlan::nobody);
            if (left != PersonPlan::nobody && right != PersonPlan::nobody)
                decided.emplace_back(left, right);
        }
        std::sort(decided.begin(), decided.end());
        for (const auto &[left, right] : decided) {
            if (isFree(Side::Left, left) && isFree(Side::Right, right))
                take(left, right, MatchBasis::PersonDecided);
        }
    }

    //! Whether an equal key may link these two without a person.
    [[nodiscard]] bool mayLink(MatchBasis basis, int left, int right) const
    {
        const MatchKeys &a = leftKeys(left);
        const MatchKeys &b = rightKeys(right);
        if (decided(left, right) == Choice::Different)
            return false;
        if (basis == MatchBasis::PhoneAndLastName)
            return namesAllowPhoneLink(a, b);
        if (isSharedMailbox(a.email))
            return !a.name.isEmpty() && a.name == b.name;
        return namesAllowEmailLink(a, b);
    }

    template<class KeyOf>
    KeyIndex indexBy(Side side, const std::vector<int> &people, KeyOf keyOf) const
    {
        KeyIndex index;
        index.reserve(people.size());
        for (const int i : people) {
            if (isFree(side, i))
                index.add(keyOf(m_keys[side][static_cast<std::size_t>(i)]), i);
        }
        index.sort();
        return index;
    }

    //! Links where the key leaves exactly one possibility on each side.
    template<class KeyOf>
    void matchByKey(MatchBasis basis, KeyOf keyOf)
    {
        const KeyIndex rights = indexBy(Side::Right, m_unmatched.right, keyOf);
        const KeyIndex lefts = indexBy(Side::Left, m_unmatched.left, keyOf);
        const auto provesIt = [&](int left, int right) {
            return keyOf(leftKeys(left)) == keyOf(rightKeys(right)) && mayLink(basis, left, right);
        };
        for (const int left : m_unmatched.left) {
            if (!isFree(Side::Left, left))
                continue;
            const QString key = keyOf(leftKeys(left));
            const std::span<const KeyIndex::Entry> found = rights.find(key);
            if (found.empty() || found.size() > mostPerKey)
                continue;
            int only = PersonPlan::nobody;
            for (const KeyIndex::Entry &entry : found) {
                if (!isFree(Side::Right, entry.person) || !provesIt(left, entry.person))
                    continue;
                only = only == PersonPlan::nobody ? entry.person : ambiguous;
            }
            if (only < 0)
                continue;
            const std::span<const KeyIndex::Entry> claimants = lefts.find(key);
            const bool contested = claimants.size() > mostPerKey
                || std::any_of(claimants.begin(), claimants.end(),
                               [&](const KeyIndex::Entry &other) {
                                   return other.person != left && isFree(Side::Left, other.person)
                                       && provesIt(other.person, only);
                               });
            if (!contested)
                take(left, only, basis);
        }
    }

    void findCandidates()
    {
        std::vector<Candidate> found;
        std::vector<std::int64_t> seen;
        for (const auto &keyOf : candidateKeys()) {
            KeyIndex rights;
            for (const int i : m_unmatched.right) {
                if (isFree(Side::Right, i))
                    rights.add(keyOf(rightPerson(i), rightKeys(i)), i);
            }
            if (rights.isEmpty())
                continue;
            rights.sort();
            for (const int left : m_unmatched.left) {
                if (!isFree(Side::Left, left))
                    continue;
                const std::span<const KeyIndex::Entry> candidates
                    = rights.find(keyOf(leftPerson(left), leftKeys(left)));
                if (candidates.size() > mostPerWeakKey)
                    continue;
                for (const KeyIndex::Entry &entry : candidates)
                    seen.push_back(std::int64_t {left} << 32 | entry.person);
            }
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        m_result.compared = seen.size();
        for (const std::int64_t pair : seen)
            consider(static_cast<int>(pair >> 32), static_cast<int>(pair & 0xFFFFFFFF), found);
        assign(std::move(found));
    }

    void consider(int left, int right, std::vector<Candidate> &found) const
    {
        if (decided(left, right) == Choice::Different)
            return;
        const Likeness like = likeness(m_projection, m_rows, leftPerson(left), leftKeys(left),
                                       rightPerson(right), rightKeys(right));
        if (like.probability >= worthAsking)
            found.push_back({left, right, like.probability, like.evidence});
    }

    //! Best first, each record once.
    void assign(std::vector<Candidate> found)
    {
        std::stable_sort(found.begin(), found.end(),
                         [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
        for (Candidate &candidate : found) {
            if (!isFree(Side::Left, candidate.left) || !isFree(Side::Right, candidate.right))
                continue;
            m_free.left[static_cast<std::size_t>(candidate.left)] = 0;
            m_free.right[static_cast<std::size_t>(candidate.right)] = 0;
            m_result.candidates.push_back(std::move(candidate));
        }
    }

    using CandidateKey = std::function<QString(const Observation &, const MatchKeys &)>;

    [[nodiscard]] QString folded(const Observation &person, int row) const
    {
        if (row < 0)
            return {};
        const FieldValue &value = person.values[static_cast<std::size_t>(row)];
        const QString *text = value.textIfAny();
        return foldedText(text ? *text : value.toText());
    }

    //! Each key alone must be equal for two people to be compared at all; together they leave out
    //! hardly any true pair (sync-engines.md 5.1).
    [[nodiscard]] std::vector<CandidateKey> candidateKeys() const
    {
        const auto both = [](const QString &a, const QString &b) {
            return a.isEmpty() || b.isEmpty() ? QString() : QString(a + u'|' + b);
        };
        return {
            [](const Observation &, const MatchKeys &key) { return key.email; },
            [](const Observation &, const MatchKeys &key) { return key.phone; },
            [](const Observation &, const MatchKeys &key) { return key.name; },
            // In alphabetical order, so that swapped first and last names meet.
            [both](const Observation &, const MatchKeys &key) {
                const QString first = key.first.left(3);
                const QString last = key.last.left(3);
                return first < last ? both(first, last) : both(last, first);
            },
            [this](const Observation &person, const MatchKeys &) {
                return folded(person, m_rows.birthDate);
            },
            [this, both](const Observation &person, const MatchKeys &key) {
                return both(folded(person, m_rows.postalCode), key.first.left(3));
            },
            [this, both](const Observation &person, const MatchKeys &key) {
                return both(folded(person, m_rows.postalCode), key.last.left(3));
            },
            [this, both](const Observation &person, const MatchKeys &key) {
                return both(folded(person, m_rows.street), key.last.left(2));
            },
            [this, both](const Observation &person, const MatchKeys &key) {
                return both(folded(person, m_rows.company), key.last);
            },
        };
    }

    const Projection &m_projection;
    const MatchRows m_rows;
    const SideState &m_left;
    const SideState &m_right;
    const PerSide<std::vector<MatchKeys>> &m_keys;
    const Unmatched &m_unmatched;
    const Judgements &m_judgements;
    PerSide<std::vector<char>> m_free;
    MatchResult m_result;
};

} // namespace

MatchResult match(const Projection &projection, const SideState &left, const SideState &right,
                  const PerSide<std::vector<MatchKeys>> &keys, const Unmatched &unmatched,
                  const Judgements &judgements)
{
    return Matcher(projection, left, right, keys, unmatched, judgements).run();
}

} // namespace twinbook
