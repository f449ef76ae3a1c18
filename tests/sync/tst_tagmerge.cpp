// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/tagmerge.h"

#include "core/normalize.h"
#include "sync/fieldmerge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr unsigned sets = 8; //!< of three tags

QStringList tagsOf(unsigned bits)
{
    static const QStringList names {u"VIP"_s, u"desk 4"_s, u"Né"_s};
    QStringList tags;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (bits >> i & 1U)
            tags.append(names.at(i));
    }
    return tags;
}

QStringList lowered(const QStringList &tags)
{
    QStringList lower;
    for (const QString &tag : tags)
        lower.append(tag.toLower());
    return lower;
}

FieldValue valueOf(const QStringList &tags)
{
    return tags.isEmpty() ? FieldValue() : FieldValue(tags);
}

Projection tagProjection(EmptyRule emptyRule, Direction direction = Direction::BothWays)
{
    FieldMapping row;
    row.id = u"tags"_s;
    row.left = row.right = {u"tags"_s};
    row.conversion = Conversion::Tags;
    row.role = FieldRole::Tags;
    row.emptyRule = emptyRule;
    row.direction = direction;
    FieldSpec spec;
    spec.key = u"tags"_s;
    spec.type = FieldValue::Type::List;
    ServiceSchema account;
    account.fields = {spec};
    return Projection(MappingProfile {{row}}, account, account);
}

//! The rule for one tag. A removal counts only where both sides once had the tag.
bool staysIn(bool left, bool right, bool baseLeft, bool baseRight)
{
    if (baseLeft && baseRight)
        return left && right;
    return left || right;
}

} // namespace

class TagMergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byElement();
    void examples_data();
    void examples();
    void aTagThatOneSideWillNotKeepIsNotLostOnTheOther();
    void theLastTag();
    void aTypedListGoesToBoth();
    void oneWay();
};

//! All sets of three tags on the left, on the right and in each half of the base.
void TagMergeTest::byElement()
{
    const Projection projection = tagProjection(EmptyRule::Erase);
    for (unsigned i = 0; i < sets * sets * sets * sets; ++i) {
        const unsigned left = i % sets;
        const unsigned right = i / sets % sets;
        const unsigned baseLeft = i / (sets * sets) % sets;
        const unsigned baseRight = i / (sets * sets * sets);
        unsigned expected = 0;
        for (unsigned bit = 1; bit < sets; bit <<= 1U) {
            if (staysIn((left & bit) != 0, (right & bit) != 0, (baseLeft & bit) != 0,
                        (baseRight & bit) != 0))
                expected |= bit;
        }
        const AgreedPair base {AgreedPair::Known::Yes, valueOf(tagsOf(baseLeft)),
                               valueOf(lowered(tagsOf(baseRight)))};
        const FieldPlan plan = mergeField(projection, 0, valueOf(tagsOf(left)),
                                          valueOf(lowered(tagsOf(right))), base, {});
        if (left == right) {
            QCOMPARE(plan.outcome, FieldOutcome::Agrees);
        } else if (left == baseLeft && right == baseRight) {
            QCOMPARE(plan.reason, FieldReason::StoredDifferently);
            QCOMPARE(plan.outcome, FieldOutcome::HeldBack);
        } else {
            QCOMPARE(plan.outcome,
                     left == expected        ? FieldOutcome::ToRight
                         : right == expected ? FieldOutcome::ToLeft
                                             : FieldOutcome::ToBoth);
            QCOMPARE(plan.reason, FieldReason::TagsMerged);
            QCOMPARE(tagSetKey(plan.value.list()), tagSetKey(tagsOf(expected)));
        }
    }
}

void TagMergeTest::examples_data()
{
    QTest::addColumn<QStringList>("base");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QStringList>("merged");
    const auto row = [](const char *what, const QStringList &base, const QStringList &left,
                        const QStringList &right, const QStringList &merged) {
        QTest::newRow(what) << base << left << right << merged;
    };
    row("nothing", {}, {}, {}, {});
    row("OfficeRnD's spelling stays", {u"vip"_s}, {u"VIP"_s}, {u"vip"_s}, {u"VIP"_s});
    row("both added", {}, {u"A"_s}, {u"b"_s}, {u"A"_s, u"b"_s});
    row("both added the same", {}, {u"New"_s}, {u"new"_s}, {u"New"_s});
    row("one removed", {u"A"_s, u"B"_s}, {u"A"_s}, {u"a"_s, u"b"_s}, {u"A"_s});
    row("one removed, the other renamed its case", {u"a"_s}, {u"A"_s}, {}, {});
    row("order as on the left", {}, {u"z"_s, u"a"_s}, {u"a"_s, u"m"_s}, {u"z"_s, u"a"_s, u"m"_s});
    row("repeated and blank tags", {}, {u"a"_s, u" a "_s, u" "_s}, {u"A"_s}, {u"a"_s});
    row("composed and decomposed", {u"né"_s}, {u"Ne\u0301"_s}, {u"né"_s}, {u"Ne\u0301"_s});
}

void TagMergeTest::examples()
{
    QFETCH(const QStringList, base);
    QFETCH(const QStringList, left);
    QFETCH(const QStringList, right);
    QTEST(mergedTags(&base, left, right), "merged");
}

void TagMergeTest::aTagThatOneSideWillNotKeepIsNotLostOnTheOther()
{
    const Projection projection = tagProjection(EmptyRule::Erase);
    const FieldValue kept(QStringList {u"VIP"_s, u"🦊"_s});
    const FieldValue stored(QStringList {u"vip"_s});
    const AgreedPair base {AgreedPair::Known::Yes, kept, stored};
    QCOMPARE(mergeField(projection, 0, kept, stored, base, {}).outcome, FieldOutcome::HeldBack);

    const FieldValue added(QStringList {u"vip"_s, u"new"_s});
    const FieldPlan plan = mergeField(projection, 0, kept, added, base, {});
    QCOMPARE(plan.value.list(), (QStringList {u"VIP"_s, u"🦊"_s, u"new"_s}));
}

void TagMergeTest::theLastTag()
{
    const FieldValue tag(QStringList {u"VIP"_s});
    const AgreedPair base {AgreedPair::Known::Yes, tag, tag};
    const FieldPlan careful
        = mergeField(tagProjection(EmptyRule::NeverErase), 0, {}, tag, base, {});
    QCOMPARE(careful.outcome, FieldOutcome::HeldBack);
    QCOMPARE(careful.reason, FieldReason::EmptyNeverErases);
    const FieldPlan erasing = mergeField(tagProjection(EmptyRule::Erase), 0, {}, tag, base, {});
    QCOMPARE(erasing.outcome, FieldOutcome::ToRight);
    QVERIFY(erasing.value.isEmpty());
}

void TagMergeTest::aTypedListGoesToBoth()
{
    const Answer answer {.choice = Choice::UseValue,
                         .value = FieldValue(QStringList {u"only"_s}),
                         .seenLeft = {},
                         .seenRight = {}};
    MergeContext context;
    context.answer = &answer;
    const FieldPlan plan
        = mergeField(tagProjection(EmptyRule::NeverErase), 0, FieldValue(QStringList {u"a"_s}),
                     FieldValue(QStringList {u"b"_s}), {}, context);
    QCOMPARE(plan.outcome, FieldOutcome::ToBoth);
    QCOMPARE(plan.value.list(), QStringList {u"only"_s});
}

void TagMergeTest::oneWay()
{
    const FieldPlan plan
        = mergeField(tagProjection(EmptyRule::NeverErase, Direction::ToRight), 0,
                     FieldValue(QStringList {u"a"_s}), FieldValue(QStringList {u"b"_s}), {}, {});
    QCOMPARE(plan.outcome, FieldOutcome::ToRight);
    QCOMPARE(plan.value.list(), (QStringList {u"a"_s, u"b"_s}));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::TagMergeTest)

#include "tst_tagmerge.moc"
