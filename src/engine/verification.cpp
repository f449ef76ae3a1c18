// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verification.h"

#include "core/normalize.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using Standing = VerifyReport::Standing;
using Alone = VerifyReport::Alone;

const Observation *observation(const PreparedPlan &prepared, const PersonPlan &person, Side side)
{
    const int index = side == Side::Left ? person.left : person.right;
    return index == PersonPlan::nobody
        ? nullptr
        : &prepared.side(side).people[static_cast<std::size_t>(index)];
}

//! SHA-256 of texts; each with its length, so that "ab", "c" and "a", "bc" differ.
class StateDigest
{
public:
    void add(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        m_hash.addData(QByteArray::number(bytes.size()));
        m_hash.addData(":"_ba);
        m_hash.addData(bytes);
    }

    [[nodiscard]] QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
};

//! The same for a person seen in HighLevel's search index, which knows names in lower case only
//! (highlevel.md 2.3), and read by id.
QString comparable(const FieldValue &value)
{
    if (value.type() == FieldValue::Type::List)
        return tagSetKey(value.list()).join(u'\n');
    return caselessText(value.toText());
}

QString digestOf(const PreparedPlan &prepared, int mappingVersion)
{
    using Half = const Observation *;
    std::vector<std::pair<Half, Half>> people;
    people.reserve(prepared.plan.people.size());
    for (const PersonPlan &person : prepared.plan.people)
        people.emplace_back(observation(prepared, person, Side::Left),
                            observation(prepared, person, Side::Right));
    const auto idOf = [](Half half) { return half ? half->id.text() : QString(); };
    std::sort(people.begin(), people.end(), [&](const auto &a, const auto &b) {
        return std::pair(idOf(a.first), idOf(a.second)) < std::pair(idOf(b.first), idOf(b.second));
    });
    StateDigest digest;
    digest.add(QString::number(mappingVersion));
    const QList<FieldId> rows = prepared.projection.rowIds();
    for (const FieldId &row : rows)
        digest.add(row);
    for (const auto &[left, right] : people) {
        for (const Half half : {left, right}) {
            digest.add(idOf(half));
            for (std::size_t row = 0; half && row < half->values.size(); ++row)
                digest.add(comparable(half->values[row]));
        }
    }
    return digest.result();
}

Standing standingOf(const PersonPlan &person, const FieldPlan *field)
{
    if (person.state == PersonState::LeftOut)
        return Standing::LeftOut;
    if (!field)
        return Standing::Unaccepted;
    if (field->outcome == FieldOutcome::Ask)
        return Standing::KeptQuestion;
    if (field->outcome != FieldOutcome::HeldBack)
        return Standing::Unaccepted;
    if (field->reason == FieldReason::OneWay)
        return Standing::OneWay;
    if (field->reason == FieldReason::LeftApart)
        return Standing::Frozen;
    if (field->reason == FieldReason::StoredDifferently)
        return Standing::FormattingOnly;
    return Standing::Rule;
}

Alone reasonForBeingAlone(const PreparedPlan &prepared, const PersonPlan &person, Side side,
                          const RemoteId &id)
{
    switch (person.state) {
    case PersonState::New:
        return Alone::ToBeAdded;
    case PersonState::NeedsYou:
        return Alone::KeptQuestion;
    case PersonState::LeftOut: {
        // Somebody who is gone on the other side and was unlinked there is left out by a person.
        const bool byPerson
            = prepared.judgements.leftOut[side].contains(id) || !person.link.isNull();
        return byPerson ? Alone::LeftOut : Alone::NothingFlows;
    }
    case PersonState::InSync:
    case PersonState::Link:
    case PersonState::Changed:
        return Alone::Unexplained;
    }
    Q_UNREACHABLE();
}

class Comparison
{
public:
    Comparison(const PreparedPlan &prepared, VerifyReport &report)
        : m_prepared(prepared)
        , m_report(report)
        , m_nameRow(prepared.projection.rowWithRole(FieldRole::Name))
    { }

    void add(const PersonPlan &person)
    {
        const Observation *left = observation(m_prepared, person, Side::Left);
        const Observation *right = observation(m_prepared, person, Side::Right);
        if (left && right)
            compare(person, *left, *right);
        else if (left)
            note(person, Side::Left, *left);
        else if (right)
            note(person, Side::Right, *right);
    }

private:
    [[nodiscard]] QString nameOf(const Observation &seen) const
    {
        return m_nameRow < 0 ? QString()
                             : seen.values[static_cast<std::size_t>(m_nameRow)].toDisplay();
    }

    void note(const PersonPlan &person, Side side, const Observation &seen)
    {
        ++(side == Side::Left ? m_report.onlyLeft : m_report.onlyRight);
        m_report.oneSided.push_back(
            {side, seen.id, nameOf(seen), reasonForBeingAlone(m_prepared, person, side, seen.id)});
    }

    void compare(const PersonPlan &person, const Observation &left, const Observation &right)
    {
        ++m_report.compared;
        bool equal = true;
        bool drifted = false;
        for (std::size_t row = 0; row < m_prepared.projection.size(); ++row) {
            const FieldId &id = m_prepared.projection.row(row).id;
            const FieldValue &ours = left.values[row];
            const FieldValue &theirs = right.values[row];
            if (m_prepared.projection.equivalent(row, ours, theirs)) {
                if (ours != theirs)
                    ++m_report.formattingOnly[id];
                continue;
            }
            equal = false;
            const auto found
                = std::find_if(person.fields.cbegin(), person.fields.cend(),
                               [row](const FieldPlan &candidate) { return candidate.row == row; });
            const FieldPlan *field = found == person.fields.cend() ? nullptr : &*found;
            const Standing standing = standingOf(person, field);
            drifted = drifted || standing == Standing::Unaccepted;
            m_report.differences.push_back({nameOf(left), left.id, right.id, id, ours, theirs,
                                            field ? field->reason : FieldReason::SameValue,
                                            standing});
        }
        m_report.equal += equal ? 1 : 0;
        m_report.drifted += drifted ? 1 : 0;
    }

    const PreparedPlan &m_prepared;
    VerifyReport &m_report;
    const int m_nameRow;
};

} // namespace

VerifyReport verificationOf(const PreparedPlan &prepared, int mappingVersion)
{
    VerifyReport report;
    report.at = prepared.basedOn;
    report.accounts = {prepared.schemas.left.accountName, prepared.schemas.right.accountName};
    report.mappingVersion = mappingVersion;
    report.digest = digestOf(prepared, mappingVersion);
    Comparison comparison(prepared, report);
    for (const PersonPlan &person : prepared.plan.people)
        comparison.add(person);
    return report;
}

} // namespace twinbook
