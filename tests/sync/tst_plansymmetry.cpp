// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/support/property.h"
#include "sync/support/randomworld.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using testing::holds;
using testing::Tape;

//! Two accounts of the same make, joined by rules that favour neither.
Projection evenRules(Tape &tape)
{
    MappingProfile profile;
    ServiceSchema account;
    for (const FieldId &id : {u"name"_s, u"city"_s, u"notes"_s}) {
        FieldMapping row;
        row.id = id;
        row.left = row.right = {id};
        row.authority
            = tape.of(QList {Authority::AskMe, Authority::Newest, Authority::FillOnlyIfEmpty});
        row.emptyRule = tape.oneIn(2) ? EmptyRule::Erase : EmptyRule::NeverErase;
        profile.rows.append(row);
        FieldSpec spec;
        spec.key = id;
        account.fields.append(spec);
    }
    return Projection(profile, account, account);
}

FieldValue anyValue(Tape &tape)
{
    const QString text = tape.of(QStringList {u"A"_s, QString(), u"B"_s, u" A"_s, u"C"_s});
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

Observation anyPerson(const RemoteId &id, std::size_t rows, Tape &tape)
{
    Observation person;
    person.id = id;
    const QDateTime noon(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
    person.modifiedAt = noon.addSecs(tape.below(3));
    for (std::size_t row = 0; row < rows; ++row)
        person.values.push_back(anyValue(tape));
    return person;
}

struct Pairs
{
    SideState left;
    SideState right;
    std::vector<Link> links;
};

Pairs anyPairs(std::size_t rows, Tape &tape)
{
    Pairs pairs;
    pairs.left.extent = pairs.right.extent = PeopleSnapshot::Extent::Whole;
    for (int people = 1 + tape.below(12); people > 0; --people) {
        Link link;
        link.id = LinkId(people);
        link.left = RemoteId(u"l%1"_s.arg(people));
        link.right = RemoteId(u"r%1"_s.arg(people));
        for (std::size_t row = 0; row < rows; ++row) {
            const auto known = tape.oneIn(4) ? AgreedPair::Known::No : AgreedPair::Known::Yes;
            link.base.push_back({known, anyValue(tape), anyValue(tape)});
        }
        if (!tape.oneIn(6))
            pairs.left.people.push_back(anyPerson(link.left, rows, tape));
        if (!tape.oneIn(6))
            pairs.right.people.push_back(anyPerson(link.right, rows, tape));
        pairs.links.push_back(std::move(link));
    }
    return pairs;
}

Pairs mirrored(Pairs pairs)
{
    std::swap(pairs.left, pairs.right);
    for (Link &link : pairs.links) {
        std::swap(link.left, link.right);
        for (AgreedPair &base : link.base)
            std::swap(base.left, base.right);
    }
    return pairs;
}

PlanCounts mirrored(PlanCounts counts)
{
    for (PerSide<int> *pair :
         {&counts.created, &counts.updated, &counts.erased, &counts.replaced, &counts.filled})
        std::swap(pair->left, pair->right);
    return counts;
}

PlanCounts countsOf(const Projection &projection, const Pairs &pairs)
{
    const Judgements none;
    const Result<Plan> made = plan({projection, pairs.left, pairs.right, pairs.links, none});
    RC_ASSERT(made.has_value());
    return made->counts;
}

} // namespace

class PlanSymmetryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neitherServiceIsFavoured();
};

void PlanSymmetryTest::neitherServiceIsFavoured()
{
    QVERIFY(holds("with even rules the mirrored world has the mirrored plan", 3000, [] {
        const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<quint32>());
        Tape tape(seed, *rc::gen::inRange(0, 300));
        const Projection projection = evenRules(tape);
        const Pairs pairs = anyPairs(projection.size(), tape);
        RC_ASSERT(mirrored(countsOf(projection, pairs)) == countsOf(projection, mirrored(pairs)));
    }));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PlanSymmetryTest)

#include "tst_plansymmetry.moc"
