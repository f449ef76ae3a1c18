// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/people.h"

#include "core/phone.h"
#include "mapping/personname.h"
#include "mapping/support/accounts.h"
#include "sync/reasonnames.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

void insertText(FieldMap &fields, const FieldKey &key, const QString &text)
{
    if (!text.isEmpty())
        fields.insert(key, FieldValue(text));
}

QString idOf(Side side, int index)
{
    if (index == PersonPlan::nobody)
        return u"-"_s;
    return (side == Side::Left ? u"l%1"_s : u"r%1"_s).arg(index);
}

} // namespace

const Projection &suggestedProjection()
{
    static const ServiceSchema left = officeRnDAccount();
    static const ServiceSchema right = highLevelAccount();
    static const Projection projection(suggestedMapping(left, right), left, right);
    return projection;
}

FieldMap fieldsOf(Side side, const Someone &someone)
{
    const bool isLeft = side == Side::Left;
    FieldMap fields;
    if (isLeft) {
        insertText(fields, u"name"_s, someone.name);
        insertText(fields, u"phone"_s, someone.phone);
    } else {
        const NameParts name = splitName(someone.name, {});
        insertText(fields, u"firstName"_s, name.first);
        insertText(fields, u"lastName"_s, name.last);
        insertText(fields, u"phone"_s, phoneE164(someone.phone, u"BG"_s));
    }
    insertText(fields, u"email"_s, someone.email);
    insertText(fields, u"companyName"_s, someone.company);
    insertText(fields, isLeft ? u"address.street"_s : u"address1"_s, someone.street);
    insertText(fields, isLeft ? u"address.city"_s : u"city"_s, someone.city);
    insertText(fields, isLeft ? u"address.zip"_s : u"postalCode"_s, someone.postalCode);
    if (someone.born.isValid())
        fields.insert(isLeft ? u"properties.date_of_birth"_s : u"dateOfBirth"_s,
                      FieldValue(someone.born));
    QStringList tags = someone.tags;
    if (!isLeft) {
        for (QString &tag : tags)
            tag = tag.toLower();
    }
    if (!tags.isEmpty())
        fields.insert(u"tags"_s, FieldValue(tags));
    return fields;
}

SideState sideOf(Side side, const std::vector<Someone> &people)
{
    SideState state;
    state.extent = PeopleSnapshot::Extent::Whole;
    for (std::size_t i = 0; i < people.size(); ++i) {
        Observation observation;
        observation.id = RemoteId(idOf(side, static_cast<int>(i)));
        observation.values = suggestedProjection().project(side, fieldsOf(side, people[i]));
        state.people.push_back(std::move(observation));
    }
    return state;
}

Situation::Situation(const std::vector<Someone> &lefts, const std::vector<Someone> &rights)
    : left(sideOf(Side::Left, lefts))
    , right(sideOf(Side::Right, rights))
{ }

Plan Situation::planned() const
{
    Result<Plan> made = plan(input());
    if (!QTest::qVerify(made.has_value(), "plan()", "there is a plan", __FILE__, __LINE__))
        return {};
    return *std::move(made);
}

void Situation::link(std::size_t leftIndex, std::size_t rightIndex)
{
    Link made;
    made.id = LinkId(static_cast<qint64>(links.size()) + 1);
    made.left = left.people[leftIndex].id;
    made.right = right.people[rightIndex].id;
    for (std::size_t row = 0; row < projection.size(); ++row)
        made.base.push_back({AgreedPair::Known::Yes, left.people[leftIndex].values[row],
                             right.people[rightIndex].values[row]});
    links.push_back(std::move(made));
}

void Situation::answer(const QuestionKey &key, Choice choice, const FieldValue &value)
{
    judgements.answers.insert(
        key, Answer {.choice = choice, .value = value, .seenLeft = {}, .seenRight = {}});
}

QStringList drawn(const Situation &situation, const Plan &plan)
{
    QStringList lines;
    for (const PersonPlan &person : plan.people) {
        QString line
            = u"%1=%2 %3"_s.arg(idOf(Side::Left, person.left), idOf(Side::Right, person.right),
                                personStateName(person.state));
        if (person.question >= 0) {
            const Question &question = plan.questions[static_cast<std::size_t>(person.question)];
            line += u" "_s + questionKindName(question.key.kind);
            if (!question.key.field.isEmpty())
                line += u" "_s + question.key.field;
        }
        if (person.basis != MatchBasis::None && person.basis != MatchBasis::StoredLink)
            line += u" by "_s + matchBasisName(person.basis);
        for (const FieldPlan &field : person.fields) {
            if (field.outcome != FieldOutcome::Ask)
                line += u"; "_s + situation.projection.row(field.row).id + u" "_s
                    + fieldOutcomeName(field.outcome) + u" "_s + fieldReasonName(field.reason);
        }
        lines.append(line);
    }
    lines.sort();
    return lines;
}

} // namespace twinbook::testing
