// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/fieldmerge.h"

#include "sync/reasonnames.h"
#include "sync/support/mergeoracle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::expectedMerge;
using twinbook::testing::MergeCase;

namespace twinbook {

namespace {

constexpr std::array directions {Direction::BothWays, Direction::ToRight, Direction::ToLeft,
                                 Direction::Off};
constexpr std::array authorities {Authority::AskMe, Authority::Newest, Authority::Left,
                                  Authority::Right, Authority::FillOnlyIfEmpty};
constexpr std::array emptyRules {EmptyRule::NeverErase, EmptyRule::Erase};
constexpr std::array accesses {FieldAccess::ReadWrite, FieldAccess::ReadOnly,
                               FieldAccess::CreateOnly};
constexpr std::array needs {FieldNeed::Optional, FieldNeed::RequiredToCreate};

Projection projectionFor(const MergeCase &given)
{
    FieldMapping row;
    row.id = u"city"_s;
    row.left = row.right = {u"city"_s};
    row.direction = given.direction;
    row.authority = given.authority;
    row.emptyRule = given.emptyRule;
    PerSide<ServiceSchema> accounts;
    for (const Side side : bothSides) {
        FieldSpec spec;
        spec.key = u"city"_s;
        spec.access = given.access[side];
        spec.need = given.need[side];
        accounts[side].fields = {spec};
    }
    return Projection(MappingProfile {{row}}, accounts.left, accounts.right);
}

FieldValue valueOf(const QString &text)
{
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

FieldPlan merged(const Projection &projection, const MergeCase &given)
{
    const AgreedPair base {given.hasBase ? AgreedPair::Known::Yes : AgreedPair::Known::No,
                           valueOf(given.baseLeft), valueOf(given.baseRight)};
    MergeContext context;
    const QDateTime noon(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
    if (given.newer != 0)
        context.modifiedAt
            = {noon.addSecs(given.newer < 0 ? 1 : 0), noon.addSecs(given.newer > 0 ? 1 : 0)};
    context.answer = given.answer ? &*given.answer : nullptr;
    return mergeField(projection, 0, valueOf(given.left), valueOf(given.right), base, context);
}

//! What was decided, in one line. The way an empty value is spelled does not count.
QString drawn(const FieldPlan &plan)
{
    return fieldOutcomeName(plan.outcome) + u", "_s + fieldReasonName(plan.reason) + u", "_s
        + plan.value.toDisplay();
}

QString drawn(const MergeCase &given)
{
    const QString base
        = given.hasBase ? u"'%1'/'%2'"_s.arg(given.baseLeft, given.baseRight) : u"none"_s;
    return u"left '%1' right '%2' base %3 %4 %5 erase:%6 access %7/%8 need %9 newer %10 answer %11"_s
        .arg(given.left, given.right, base, directionName(given.direction),
             authorityName(given.authority))
        .arg(given.emptyRule == EmptyRule::Erase)
        .arg(static_cast<int>(given.access.left))
        .arg(static_cast<int>(given.access.right))
        .arg(static_cast<int>(given.need.left))
        .arg(given.newer)
        .arg(given.answer ? choiceName(given.answer->choice) : u"none"_s);
}

std::vector<std::optional<Answer>> answersToTry()
{
    std::vector<std::optional<Answer>> answers {std::nullopt};
    for (const Choice choice : {Choice::UseLeft, Choice::UseRight, Choice::Same, Choice::Unlink})
        answers.push_back(Answer {.choice = choice, .value = {}, .seenLeft = {}, .seenRight = {}});
    for (const FieldValue &typed : {FieldValue(u"A"_s), FieldValue(u"C"_s), FieldValue()})
        answers.push_back(
            Answer {.choice = Choice::UseValue, .value = typed, .seenLeft = {}, .seenRight = {}});
    return answers;
}

class EveryCase
{
public:
    //! Compares every combination of values under one set of rules; the first mismatch, or empty.
    [[nodiscard]] QString firstMismatch(MergeCase given)
    {
        const Projection projection = projectionFor(given);
        const QStringList values {QString(), u"A"_s, u" A"_s, u"B"_s, u"C"_s};
        for (const QString &left : values) {
            for (const QString &right : values) {
                given.left = left;
                given.right = right;
                given.hasBase = false;
                if (const QString wrong = underEveryAnswer(projection, given); !wrong.isEmpty())
                    return wrong;
                given.hasBase = true;
                for (qsizetype base = 0; base < values.size() * values.size(); ++base) {
                    given.baseLeft = values.at(base / values.size());
                    given.baseRight = values.at(base % values.size());
                    if (const QString wrong = underEveryAnswer(projection, given); !wrong.isEmpty())
                        return wrong;
                }
            }
        }
        return {};
    }

    [[nodiscard]] qint64 count() const { return m_count; }

private:
    [[nodiscard]] QString underEveryAnswer(const Projection &projection, MergeCase &given)
    {
        const int clocks = given.authority == Authority::Newest ? 1 : 0;
        for (given.newer = -clocks; given.newer <= clocks; ++given.newer) {
            for (const std::optional<Answer> &answer : m_answers) {
                given.answer = answer;
                ++m_count;
                const FieldPlan expected = expectedMerge(given);
                const FieldPlan actual = merged(projection, given);
                if (actual.outcome != expected.outcome || actual.reason != expected.reason
                    || actual.value.toDisplay() != expected.value.toDisplay())
                    return u"%1\n  expected %2\n  but was  %3"_s.arg(drawn(given), drawn(expected),
                                                                     drawn(actual));
            }
        }
        return {};
    }

    const std::vector<std::optional<Answer>> m_answers = answersToTry();
    qint64 m_count = 0;
};

} // namespace

class FieldMergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowOfTheTable();
    void leftAndRightAreTreatedAlike();
    void afterTheMergeThereIsNothingLeftToMerge();
};

void FieldMergeTest::everyRowOfTheTable()
{
    EveryCase cases;
    for (const Direction direction : directions) {
        for (const Authority authority : authorities) {
            for (const EmptyRule emptyRule : emptyRules) {
                for (const FieldAccess left : accesses) {
                    for (const FieldAccess right : accesses) {
                        for (const FieldNeed need : needs) {
                            MergeCase given;
                            given.direction = direction;
                            given.authority = authority;
                            given.emptyRule = emptyRule;
                            given.access = {left, right};
                            given.need.left = need;
                            const QString wrong = cases.firstMismatch(given);
                            QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong));
                        }
                    }
                }
            }
        }
    }
    qInfo("%lld cases", cases.count());
}

//! Both ways, same rules on both sides: changing the names of the sides changes only the names.
void FieldMergeTest::leftAndRightAreTreatedAlike()
{
    const auto mirrored = [](FieldPlan plan) {
        if (plan.outcome == FieldOutcome::ToLeft)
            plan.outcome = FieldOutcome::ToRight;
        else if (plan.outcome == FieldOutcome::ToRight)
            plan.outcome = FieldOutcome::ToLeft;
        if (plan.reason == FieldReason::ChangedOnLeft)
            plan.reason = FieldReason::ChangedOnRight;
        else if (plan.reason == FieldReason::ChangedOnRight)
            plan.reason = FieldReason::ChangedOnLeft;
        return plan;
    };
    const QStringList values {QString(), u"A"_s, u"B"_s, u"C"_s};
    for (const Authority authority : {Authority::AskMe, Authority::FillOnlyIfEmpty}) {
        for (const EmptyRule emptyRule : emptyRules) {
            for (int i = 0; i < 4 * 4 * 4 * 4 * 2; ++i) {
                MergeCase given;
                given.authority = authority;
                given.emptyRule = emptyRule;
                given.left = values.at(i % 4);
                given.right = values.at(i / 4 % 4);
                given.baseLeft = values.at(i / 16 % 4);
                given.baseRight = values.at(i / 64 % 4);
                given.hasBase = i / 256 != 0;
                MergeCase turned = given;
                std::swap(turned.left, turned.right);
                std::swap(turned.baseLeft, turned.baseRight);
                const Projection projection = projectionFor(given);
                QCOMPARE(drawn(mirrored(merged(projection, given))),
                         drawn(merged(projection, turned)));
            }
        }
    }
}

//! When what was decided has been written and noted, the next look decides nothing.
void FieldMergeTest::afterTheMergeThereIsNothingLeftToMerge()
{
    const QStringList values {QString(), u"A"_s, u"B"_s};
    for (const Authority authority : authorities) {
        for (const Direction direction : directions) {
            for (int i = 0; i < 3 * 3 * 3 * 3 * 2; ++i) {
                MergeCase given;
                given.authority = authority;
                given.direction = direction;
                given.newer = 1;
                given.left = values.at(i % 3);
                given.right = values.at(i / 3 % 3);
                given.baseLeft = values.at(i / 9 % 3);
                given.baseRight = values.at(i / 27 % 3);
                given.hasBase = i / 81 != 0;
                const Projection projection = projectionFor(given);
                const FieldPlan plan = merged(projection, given);
                if (plan.outcome == FieldOutcome::ToLeft)
                    given.left = plan.value.text();
                else if (plan.outcome == FieldOutcome::ToRight)
                    given.right = plan.value.text();
                else
                    continue;
                given.hasBase = true;
                given.baseLeft = given.left;
                given.baseRight = given.right;
                QCOMPARE(merged(projection, given).outcome, FieldOutcome::Agrees);
            }
        }
    }
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::FieldMergeTest)

#include "tst_fieldmerge.moc"
