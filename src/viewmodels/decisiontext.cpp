// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/decisiontext.h"

#include "viewmodels/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::DecisionText)
};

QString shown(const FieldValue &value)
{
    return value.isEmpty() ? Words::tr("(empty)") : value.toDisplay();
}

const Observation *recordOf(const PreparedPlan *prepared, Side side, const RemoteId &id)
{
    if (!prepared || id.isEmpty())
        return nullptr;
    const std::vector<Observation> &people = prepared->side(side).people;
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&id](const Observation &person) { return person.id == id; });
    return found == people.end() ? nullptr : &*found;
}

//! The record to show on one side. A twin's question names one record only; the one that it may
//! double stands opposite, in the plan.
const Observation *recordFor(Side side, const Question &question, const PreparedPlan *prepared)
{
    const QuestionKey &key = question.key;
    const RemoteId &id = side == Side::Left ? key.left : key.right;
    if (key.kind != QuestionKind::Twin || !id.isEmpty() || !prepared)
        return recordOf(prepared, side, id);
    const RemoteId &twin = side == Side::Left ? key.right : key.left;
    for (const PersonPlan &person : prepared->plan.people) {
        const int own = side == Side::Left ? person.right : person.left;
        if (person.state != PersonState::NeedsYou || own == PersonPlan::nobody
            || person.other == PersonPlan::nobody)
            continue;
        if (prepared->side(opposite(side)).people[static_cast<std::size_t>(own)].id == twin)
            return &prepared->side(side).people[static_cast<std::size_t>(person.other)];
    }
    return nullptr;
}

QString changedText(const Observation *record)
{
    if (!record || !record->modifiedAt.isValid())
        return Words::tr("time unknown");
    return Words::tr("record changed %1").arg(shortDateTime(record->modifiedAt));
}

// Which record is newer. Nothing is said unless both services told a time.
void fillAges(PerSide<DecisionCard> &cards, const PerSide<const Observation *> &records)
{
    for (Side side : bothSides) {
        const Observation *mine = records[side];
        const Observation *other = records[opposite(side)];
        if (mine && other && mine->modifiedAt.isValid() && other->modifiedAt.isValid()
            && mine->modifiedAt != other->modifiedAt)
            cards[side].age = mine->modifiedAt > other->modifiedAt ? DecisionCard::Age::Newer
                                                                   : DecisionCard::Age::Older;
    }
}

QList<DecisionCard::Detail> detailsOf(const PreparedPlan &prepared, const Observation &record)
{
    QList<DecisionCard::Detail> details;
    for (std::size_t row = 0; row < record.values.size(); ++row) {
        if (!record.values[row].isEmpty())
            details.append({prepared.projection.row(row).title, record.values[row].toDisplay()});
    }
    return details;
}

QString fieldTitle(const PreparedPlan *prepared, const FieldId &field)
{
    const qsizetype row = prepared ? prepared->projection.profile().indexOf(field) : -1;
    return row < 0 ? field : prepared->projection.profile().rows.at(row).title;
}

QString baseText(const Question &question)
{
    if (question.key.kind != QuestionKind::FieldDiffers || question.base.isAbsent())
        return {};
    return Words::tr("was: %1 (the last value both agreed on)").arg(shown(question.base));
}

} // namespace

DecisionText describe(const Question &question, const PreparedPlan *prepared)
{
    DecisionText text;
    text.person = question.person.isEmpty() ? Words::tr("(no name)") : question.person;
    text.base = baseText(question);
    text.evidence = question.why;
    const PerSide<const Observation *> records {recordFor(Side::Left, question, prepared),
                                                recordFor(Side::Right, question, prepared)};
    text.cards.left.value = shown(question.left);
    text.cards.right.value = shown(question.right);
    for (Side side : bothSides) {
        text.cards[side].changed = changedText(records[side]);
        if (records[side] && question.key.kind != QuestionKind::FieldDiffers)
            text.cards[side].details = detailsOf(*prepared, *records[side]);
    }
    fillAges(text.cards, records);

    switch (question.key.kind) {
    case QuestionKind::FieldDiffers:
        text.topic = fieldTitle(prepared, question.key.field);
        text.question
            = Words::tr("%1 of %2 differs. Which one is right?").arg(text.topic, text.person);
        break;
    case QuestionKind::SamePerson:
        text.topic = Words::tr("Same person?");
        text.question = Words::tr("Are these two the same person?");
        break;
    case QuestionKind::Gone: {
        text.topic = Words::tr("Removed");
        const Side side = records.left ? Side::Right : Side::Left;
        text.goneFrom = side;
        text.question = Words::tr("%1 is no longer in %2, but still in %3.")
                            .arg(text.person, serviceName(side), serviceName(opposite(side)));
        break;
    }
    case QuestionKind::Twin:
        text.topic = Words::tr("Second record");
        text.question = Words::tr("%1 seems to be there twice. Adding the second record would "
                                  "double this person, so it is left alone.")
                            .arg(text.person);
        break;
    }
    return text;
}

QList<Choice> allowedChoices(const Question &question)
{
    switch (question.key.kind) {
    case QuestionKind::FieldDiffers: {
        const bool onBoth = !question.key.left.isEmpty() && !question.key.right.isEmpty();
        QList<Choice> choices;
        if (onBoth || !question.left.isEmpty())
            choices += Choice::UseLeft;
        if (onBoth || !question.right.isEmpty())
            choices += Choice::UseRight;
        return choices << Choice::UseValue;
    }
    case QuestionKind::SamePerson:
        return {Choice::Same, Choice::Different};
    case QuestionKind::Gone:
        return {Choice::Unlink, Choice::AddAgain};
    case QuestionKind::Twin:
        return {Choice::Different};
    }
    return {};
}

QString resultText(const Question &question, const DecisionText &text, Choice choice,
                   const FieldValue &typed)
{
    switch (choice) {
    case Choice::UseLeft:
        return Words::tr("Result: both systems get %1").arg(shown(question.left));
    case Choice::UseRight:
        return Words::tr("Result: both systems get %1").arg(shown(question.right));
    case Choice::UseValue:
        return Words::tr("Result: both systems get %1").arg(shown(typed));
    case Choice::Same:
        return Words::tr("Result: the two records are linked. From now on they are kept in "
                         "agreement.");
    case Choice::Different:
        return question.key.kind == QuestionKind::Twin
            ? Words::tr("Result: two different people. The second one will be added, and this is "
                        "not asked again.")
            : Words::tr("Result: two different people. They are never linked, and this is not "
                        "asked again.");
    case Choice::Unlink:
        return Words::tr("Result: %1 stays as it is in %2. The two are no longer linked.")
            .arg(text.person, serviceName(opposite(text.goneFrom.value_or(Side::Left))));
    case Choice::AddAgain:
        return Words::tr("Result: %1 is added to %2 again at the next sync.")
            .arg(text.person, serviceName(text.goneFrom.value_or(Side::Left)));
    }
    return {};
}

Answer answerTo(const Question &question, Choice choice, const FieldValue &typed)
{
    Answer answer;
    answer.choice = choice;
    answer.value = typed;
    answer.seenLeft = question.left;
    answer.seenRight = question.right;
    return answer;
}

std::optional<FieldValue> typedValue(const QString &typed, const Question &question)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const FieldValue &pattern = question.left.isAbsent() ? question.right : question.left;
    switch (pattern.type()) {
    case FieldValue::Type::Absent:
    case FieldValue::Type::Text:
        return FieldValue(text);
    case FieldValue::Type::List: {
        QStringList list;
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                list += part.trimmed();
        }
        return list.isEmpty() ? std::nullopt : std::optional(FieldValue(list));
    }
    case FieldValue::Type::Number: {
        bool ok = false;
        const double number = QLocale().toDouble(text, &ok);
        return ok ? std::optional(FieldValue(number)) : std::nullopt;
    }
    case FieldValue::Type::Boolean:
        if (text.compare(Words::tr("yes"), Qt::CaseInsensitive) == 0)
            return FieldValue(true);
        if (text.compare(Words::tr("no"), Qt::CaseInsensitive) == 0)
            return FieldValue(false);
        return std::nullopt;
    case FieldValue::Type::Date: {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(FieldValue(date)) : std::nullopt;
    }
    }
    return std::nullopt;
}

} // namespace twinbook
