// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/matching.h"

#include "core/normalize.h"
#include "sync/candidates.h"
#include "sync/evidencesearch.h"
#include "sync/keyindex.h"
#include "sync/linkids.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A key that so many people share says nothing and would only cost time.
constexpr std::size_t mostPerKey = 200;

//! More would teach nothing new.
constexpr std::size_t mostKnownPairs = 1000;

//! More than one possibility, which is none.
constexpr int ambiguous = -2;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Likeness)
};

QString linkIdsDisagree()
{
    return Tr::tr("the numbers that OfficeRnD and HighLevel keep of each other's people do not fit "
                  "together");
}

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
        matchByLinkIds();
        // Whoever is recognised by a phone may leave an e-mail with one possibility only.
        for (std::size_t before = m_result.matches.size() + 1; before != m_result.matches.size();) {
            before = m_result.matches.size();
            matchByKeys();
        }
        if (!matchByEvidence())
            findCandidates();
        return std::move(m_result);
    }

private:
    void matchByKeys()
    {
        matchByKey(MatchBasis::Email);
        matchByKey(MatchBasis::PhoneAndLastName);
    }

    //! Empty if these keys cannot prove anything. Lasts until the next call.
    QStringView provingKey(MatchBasis basis, const MatchKeys &keys)
    {
        if (basis == MatchBasis::Email)
            return keys.email;
        if (keys.phone.isEmpty() || keys.last().isEmpty())
            return {};
        m_joined.resize(0); // keeps its memory
        m_joined.append(keys.phone).append(u'|').append(keys.last());
        return m_joined;
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
        m_result.matches.push_back({left, right, basis, 1, {}});
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

    //! What the services themselves keep of each other is the first evidence.
    void matchByLinkIds()
    {
        const LinkIdFindings found = matchLinkIds(
            m_left, m_right, freePeople(Side::Left), freePeople(Side::Right),
            [this](int left, int right) { return decided(left, right) == Choice::Different; });
        for (const auto &[left, right] : found.agreed)
            take(left, right, MatchBasis::LinkIds);
        for (const auto &[left, right] : found.contradicting) {
            m_free.left[static_cast<std::size_t>(left)] = 0;
            m_free.right[static_cast<std::size_t>(right)] = 0;
            m_result.candidates.push_back({left, right, worthAsking, linkIdsDisagree()});
        }
    }

    //! Whether their keys are equal, and equal keys may link these two without a person.
    [[nodiscard]] bool provesIt(MatchBasis basis, int left, int right) const
    {
        const MatchKeys &a = leftKeys(left);
        const MatchKeys &b = rightKeys(right);
        if (basis == MatchBasis::Email ? a.email != b.email
                                       : a.phone != b.phone || a.last() != b.last())
            return false;
        return namesAllow(basis, a, b) && !areTwoGenerations(a, b)
            && !birthDatesContradict(left, right) && decided(left, right) != Choice::Different;
    }

    //! No slip of the pen explains the difference: father and son, whose mailbox and name are one.
    [[nodiscard]] bool birthDatesContradict(int left, int right) const
    {
        if (m_rows.birthDate < 0)
            return false;
        const auto row = static_cast<std::size_t>(m_rows.birthDate);
        return digitsAgreement(leftPerson(left).values[row].toText(),
                               rightPerson(right).values[row].toText())
            == Agreement::Different;
    }

    [[nodiscard]] static bool namesAllow(MatchBasis basis, const MatchKeys &a, const MatchKeys &b)
    {
        if (!a.name.isEmpty() && a.name == b.name)
            return true;
        if (basis == MatchBasis::PhoneAndLastName)
            return namesAllowPhoneLink(a, b);
        return !isSharedMailbox(a.email) && namesAllowEmailLink(a, b);
    }

    //! Free people with such a key.
    std::vector<KeyIndex::Entry> bearers(MatchBasis basis, Side side)
    {
        const std::vector<int> &people = side == Side::Left ? m_unmatched.left : m_unmatched.right;
        std::vector<KeyIndex::Entry> entries;
        entries.reserve(people.size());
        for (const int i : people) {
            if (!isFree(side, i))
                continue;
            const MatchKeys &keys = m_keys[side][static_cast<std::size_t>(i)];
            if (const auto hash = KeyIndex::hashOf(provingKey(basis, keys)))
                entries.push_back({*hash, i});
        }
        return entries;
    }

    //! Links where the key leaves exactly one possibility on each side.
    void matchByKey(MatchBasis basis)
    {
        const std::vector<KeyIndex::Entry> leftBearers = bearers(basis, Side::Left);
        const KeyIndex lefts(leftBearers);
        const KeyIndex rights(bearers(basis, Side::Right));
        for (const auto &[hash, left] : leftBearers) {
            const std::span<const KeyIndex::Entry> found = rights.find(hash);
            if (found.empty() || found.size() > mostPerKey)
                continue;
            int only = PersonPlan::nobody;
            for (const KeyIndex::Entry &entry : found) {
                if (isFree(Side::Right, entry.person) && provesIt(basis, left, entry.person))
                    only = only == PersonPlan::nobody ? entry.person : ambiguous;
            }
            if (only < 0)
                continue;
            const std::span<const KeyIndex::Entry> claimants = lefts.find(hash);
            const bool contested = claimants.size() > mostPerKey
                || std::any_of(claimants.begin(), claimants.end(),
                               [&](const KeyIndex::Entry &other) {
                                   return other.person != left && isFree(Side::Left, other.person)
                                       && provesIt(basis, other.person, only);
                               });
            if (!contested)
                take(left, only, basis);
        }
    }

    [[nodiscard]] std::vector<Portrait> portraitsOfFree(Side side) const
    {
        const SideState &state = side == Side::Left ? m_left : m_right;
        const std::vector<int> &people = side == Side::Left ? m_unmatched.left : m_unmatched.right;
        std::vector<Portrait> portraits;
        for (const int i : people) {
            const auto place = static_cast<std::size_t>(i);
            if (isFree(side, i))
                portraits.push_back(
                    portraitOf(i, state.people[place], m_keys[side][place], m_rows));
        }
        return portraits;
    }

    [[nodiscard]] std::vector<int> freePeople(Side side) const
    {
        std::vector<int> people = side == Side::Left ? m_unmatched.left : m_unmatched.right;
        people.erase(
            std::remove_if(people.begin(), people.end(), [&](int i) { return !isFree(side, i); }),
            people.end());
        return people;
    }

    [[nodiscard]] std::vector<Sketch> sketchesOf(Side side, const std::vector<int> &people) const
    {
        const SideState &state = side == Side::Left ? m_left : m_right;
        const SketchRows rows(m_projection);
        std::vector<Sketch> sketches;
        sketches.reserve(people.size());
        for (const int i : people) {
            const auto place = static_cast<std::size_t>(i);
            sketches.push_back(sketchOf(i, state.people[place], m_keys[side][place], rows));
        }
        return sketches;
    }

    //! Some of those recognised by e-mail: how one person's other fields differ in the two lists.
    [[nodiscard]] std::vector<Comparison> knownPairs() const
    {
        const SketchRows rows(m_projection);
        const std::size_t step = std::max<std::size_t>(1, m_result.matches.size() / mostKnownPairs);
        std::vector<Comparison> known;
        for (std::size_t i = 0; i < m_result.matches.size(); i += step) {
            const Match &match = m_result.matches[i];
            if (match.basis != MatchBasis::Email)
                continue;
            Comparison comparison = compared(
                sketchOf(match.left, leftPerson(match.left), leftKeys(match.left), rows),
                sketchOf(match.right, rightPerson(match.right), rightKeys(match.right), rows));
            for (const Aspect recognised : {Aspect::First, Aspect::Last, Aspect::Email})
                comparison.agreements[recognised] = Agreement::Unknown;
            known.push_back(comparison);
        }
        return known;
    }

    //! False if there is too little to learn from.
    bool matchByEvidence()
    {
        if (std::min(m_unmatched.left.size(), m_unmatched.right.size()) < fewestToLearnFrom)
            return false;
        const std::vector<int> lefts = freePeople(Side::Left);
        const std::vector<int> rights = freePeople(Side::Right);
        const auto areDifferent = [&](std::size_t left, std::size_t right) {
            return decided(lefts[left], rights[right]) == Choice::Different;
        };
        const std::optional<Findings> found
            = findByEvidence({sketchesOf(Side::Left, lefts), sketchesOf(Side::Right, rights),
                              knownPairs(), areDifferent});
        if (!found)
            return false;
        m_result.compared = found->compared;
        for (const Finding &sure : found->sure) {
            take(lefts[sure.left], rights[sure.right], MatchBasis::Score);
            m_result.matches.back().score = sure.likeness.probability;
            m_result.matches.back().evidence = evidence(sure.likeness, m_projection, m_rows);
        }
        for (const Finding &unsure : found->unsure)
            m_result.candidates.push_back({lefts[unsure.left], rights[unsure.right],
                                           unsure.likeness.probability,
                                           evidence(unsure.likeness, m_projection, m_rows)});
        return true;
    }

    //! The likeliest first, each record once.
    void findCandidates()
    {
        const std::vector<Portrait> lefts = portraitsOfFree(Side::Left);
        const std::vector<Portrait> rights = portraitsOfFree(Side::Right);
        AlikePeople alike = findAlike(lefts, rights);
        m_result.compared = alike.compared;
        std::stable_sort(alike.pairs.begin(), alike.pairs.end(),
                         [](const Alike &a, const Alike &b) {
                             return a.likeness.probability > b.likeness.probability;
                         });
        for (const Alike &pair : alike.pairs) {
            const int left = lefts[pair.left].person;
            const int right = rights[pair.right].person;
            if (!isFree(Side::Left, left) || !isFree(Side::Right, right)
                || decided(left, right) == Choice::Different)
                continue;
            m_free.left[static_cast<std::size_t>(left)] = 0;
            m_free.right[static_cast<std::size_t>(right)] = 0;
            m_result.candidates.push_back({left, right, pair.likeness.probability,
                                           evidence(pair.likeness, m_projection, m_rows)});
        }
    }

    const Projection &m_projection;
    const MatchRows m_rows;
    const SideState &m_left;
    const SideState &m_right;
    const PerSide<std::vector<MatchKeys>> &m_keys;
    const Unmatched &m_unmatched;
    const Judgements &m_judgements;
    PerSide<std::vector<char>> m_free;
    QString m_joined;
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
