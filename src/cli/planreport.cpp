// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/planreport.h"

#include "sync/reasonnames.h"
#include "viewmodels/forecasttext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::PlanReport)
};

const Observation *half(const PreparedPlan &prepared, const PersonPlan &person, Side side)
{
    const int index = side == Side::Left ? person.left : person.right;
    return index == PersonPlan::nobody
        ? nullptr
        : &prepared.side(side).people[static_cast<std::size_t>(index)];
}

QString nameOf(const PreparedPlan &prepared, const PersonPlan &person)
{
    const int row = prepared.projection.rowWithRole(FieldRole::Name);
    for (const Side side : bothSides) {
        const Observation *seen = half(prepared, person, side);
        if (!seen || row < 0)
            continue;
        if (const FieldValue &name = seen->values[static_cast<std::size_t>(row)]; !name.isEmpty())
            return name.toDisplay();
    }
    return Tr::tr("(no name)");
}

FieldValue before(const PreparedPlan &prepared, const PersonPlan &person, Side side,
                  std::size_t row)
{
    const Observation *seen = half(prepared, person, side);
    return seen ? seen->values[row] : FieldValue();
}

QJsonObject fieldToJson(const PreparedPlan &prepared, const PersonPlan &person,
                        const FieldPlan &field)
{
    QJsonObject json {{u"field"_s, prepared.projection.row(field.row).id},
                      {u"outcome"_s, fieldOutcomeName(field.outcome)},
                      {u"reason"_s, fieldReasonName(field.reason)},
                      {u"officernd"_s, before(prepared, person, Side::Left, field.row).toJson()},
                      {u"highlevel"_s, before(prepared, person, Side::Right, field.row).toJson()}};
    if (field.outcome != FieldOutcome::Ask && field.outcome != FieldOutcome::HeldBack)
        json.insert(u"value"_s, field.value.toJson());
    return json;
}

QJsonObject personToJson(const PreparedPlan &prepared, const PersonPlan &person)
{
    QJsonArray fields;
    for (const FieldPlan &field : person.fields)
        fields.append(fieldToJson(prepared, person, field));
    const Observation *left = half(prepared, person, Side::Left);
    const Observation *right = half(prepared, person, Side::Right);
    return {{u"name"_s, nameOf(prepared, person)},
            {u"state"_s, personStateName(person.state)},
            {u"recognisedBy"_s, matchBasisName(person.basis)},
            {u"officernd"_s, left ? QJsonValue(left->id.text()) : QJsonValue()},
            {u"highlevel"_s, right ? QJsonValue(right->id.text()) : QJsonValue()},
            {u"fields"_s, fields}};
}

QString shown(const FieldValue &value)
{
    return value.isEmpty() ? Tr::tr("(empty)") : value.toDisplay();
}

void printChanges(const PreparedPlan &prepared, const PersonPlan &person, const Output &output)
{
    for (const FieldPlan &field : person.fields) {
        for (const Side side : bothSides) {
            const bool gets = field.outcome == FieldOutcome::ToBoth
                || field.outcome
                    == (side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight);
            if (gets && half(prepared, person, side)) {
                output.line(u"    %1  %2: %3 -> %4"_s.arg(
                    serviceName(side), prepared.projection.row(field.row).title,
                    shown(before(prepared, person, side, field.row)), shown(field.value)));
            }
        }
    }
}

QString countsSentence(const PlanCounts &counts)
{
    if (counts.writes() == 0 && counts.of(PersonState::Link) == 0)
        return Tr::tr("Nothing to change.");
    return Tr::tr("%1 changes: %2 new in HighLevel, %3 new in OfficeRnD, %4 updates in HighLevel, "
                  "%5 updates in "
                  "OfficeRnD, %6 links. %7 values would be erased.")
        .arg(counts.writes() + counts.of(PersonState::Link))
        .arg(counts.created.right)
        .arg(counts.created.left)
        .arg(counts.updated.right)
        .arg(counts.updated.left)
        .arg(counts.of(PersonState::Link))
        .arg(counts.erased.left + counts.erased.right);
}

} // namespace

QJsonObject planToJson(const PreparedPlan &prepared, const Outsiders &outsiders)
{
    const PlanCounts &counts = prepared.plan.counts;
    QJsonArray people;
    for (std::size_t i = 0; i < prepared.plan.people.size(); ++i) {
        const PersonPlan &person = prepared.plan.people[i];
        if (person.state == PersonState::InSync)
            continue;
        QJsonObject json = personToJson(prepared, person);
        json.insert(u"outside"_s, outsiders.positions.contains(static_cast<int>(i)));
        people.append(json);
    }
    QJsonArray stops;
    for (const GuardStop &stop : prepared.plan.stops) {
        stops.append(QJsonObject {{u"kind"_s, guardStopName(stop.kind)},
                                  {u"service"_s, serviceKey(stop.side)},
                                  {u"before"_s, stop.before},
                                  {u"now"_s, stop.now}});
    }
    return {
        {u"basedOn"_s, prepared.basedOn.toString(Qt::ISODate)},
        {u"writes"_s, counts.writes()},
        {u"links"_s, counts.of(PersonState::Link)},
        {u"inSync"_s, counts.of(PersonState::InSync)},
        {u"new"_s, counts.of(PersonState::New)},
        {u"changed"_s, counts.of(PersonState::Changed)},
        {u"needsYou"_s, counts.of(PersonState::NeedsYou)},
        {u"leftOut"_s, counts.of(PersonState::LeftOut)},
        {u"questions"_s, counts.questions},
        {u"created"_s,
         QJsonObject {{u"officernd"_s, counts.created.left},
                      {u"highlevel"_s, counts.created.right}}},
        {u"updated"_s,
         QJsonObject {{u"officernd"_s, counts.updated.left},
                      {u"highlevel"_s, counts.updated.right}}},
        {u"erased"_s,
         QJsonObject {{u"officernd"_s, counts.erased.left}, {u"highlevel"_s, counts.erased.right}}},
        {u"outside"_s, outsiders.waiting},
        {u"stops"_s, stops},
        {u"people"_s, people}};
}

void printPlan(const PreparedPlan &prepared, const Outsiders &outsiders, const Output &output)
{
    constexpr int mostPeople = 20;
    const PlanCounts &counts = prepared.plan.counts;
    output.line(countsSentence(counts));
    if (counts.questions > 0)
        output.line(Tr::tr("%n question(s) need your decision: see \"twinbookctl decisions list\".",
                           nullptr, counts.questions));
    for (const GuardStop &stop : prepared.plan.stops) {
        output.line(Tr::tr("Stopped for safety: %1 shows %2 people now, %3 before.")
                        .arg(serviceName(stop.side))
                        .arg(stop.now)
                        .arg(stop.before));
    }
    int people = 0;
    for (std::size_t i = 0; i < prepared.plan.people.size(); ++i) {
        const PersonPlan &person = prepared.plan.people[i];
        const bool isShown
            = person.state == PersonState::New || person.state == PersonState::Changed;
        if (!isShown || outsiders.positions.contains(static_cast<int>(i)))
            continue;
        if (++people > mostPeople)
            continue;
        const QString note = person.state == PersonState::Changed ? QString()
            : person.right == PersonPlan::nobody                  ? Tr::tr(" - new in HighLevel")
                                                                  : Tr::tr(" - new in OfficeRnD");
        output.line(u"  %1%2"_s.arg(nameOf(prepared, person), note));
        printChanges(prepared, person, output);
    }
    if (people > mostPeople)
        output.line(Tr::tr("  and %n more (--json lists all)", nullptr, people - mostPeople));
    if (outsiders.waiting > 0)
        output.line(outsidersText(outsiders.waiting));
}

QJsonObject forecastToJson(const Forecast &forecast)
{
    QJsonObject json {{u"requests"_s, forecast.total()}, {u"minutes"_s, forecast.minutes}};
    for (const Side side : bothSides) {
        const Calls &calls = forecast.calls[side];
        json.insert(
            serviceKey(side),
            QJsonObject {{u"reads"_s, calls.reads},
                         {u"writes"_s, calls.writes},
                         {u"ofDay"_s,
                          forecast.ofDay[side] ? QJsonValue(*forecast.ofDay[side]) : QJsonValue()},
                         {u"isBeyondToday"_s, forecast.isBeyondToday[side]}});
    }
    return json;
}

QJsonObject runToJson(const Run &run)
{
    static const auto endingName = [](RunEnding ending) {
        switch (ending) {
        case RunEnding::Running:
            return u"running"_s;
        case RunEnding::Completed:
            return u"completed"_s;
        case RunEnding::Stopped:
            return u"stopped"_s;
        case RunEnding::Failed:
            return u"failed"_s;
        case RunEnding::CutOff:
            return u"cut-off"_s;
        }
        Q_UNREACHABLE();
    };
    return {
        {u"run"_s, run.id.number()},
        {u"undoneRun"_s, run.undoneRun.number()},
        {u"ending"_s, endingName(run.ending)},
        {u"startedAt"_s, run.startedAt.toString(Qt::ISODate)},
        {u"endedAt"_s, run.endedAt.toString(Qt::ISODate)},
        {u"created"_s,
         QJsonObject {{u"officernd"_s, run.created.left}, {u"highlevel"_s, run.created.right}}},
        {u"updated"_s,
         QJsonObject {{u"officernd"_s, run.updated.left}, {u"highlevel"_s, run.updated.right}}},
        {u"linked"_s, run.linked},
        {u"needsYou"_s, run.needsYou},
        {u"failed"_s, run.failed},
        {u"notStarted"_s, run.notStarted},
        {u"outside"_s, run.outside},
        {u"foreseen"_s,
         QJsonObject {{u"officernd"_s, run.foreseen.left}, {u"highlevel"_s, run.foreseen.right}}},
        {u"sent"_s,
         QJsonObject {{u"officernd"_s, run.sent.left}, {u"highlevel"_s, run.sent.right}}},
        {u"error"_s, run.error}};
}

void printRun(const Run &run, const Output &output)
{
    if (run.purpose == RunPurpose::Undo)
        output.line(
            Tr::tr("Run #%1 took back run #%2:").arg(run.id.number()).arg(run.undoneRun.number()));
    output.line(Tr::tr("Run #%1: %2 new in HighLevel, %3 new in OfficeRnD, %4 updated in "
                       "HighLevel, %5 updated in "
                       "OfficeRnD, %6 linked, %7 failed, %8 not started.")
                    .arg(run.id.number())
                    .arg(run.created.right)
                    .arg(run.created.left)
                    .arg(run.updated.right)
                    .arg(run.updated.left)
                    .arg(run.linked)
                    .arg(run.failed)
                    .arg(run.notStarted));
    for (const QString &more : {run.error, outsidersText(run.outside), comparisonText(run)}) {
        if (!more.isEmpty())
            output.line(more);
    }
}

ExitCode exitCodeOf(const Plan &plan)
{
    const bool nothing = plan.counts.writes() == 0 && plan.counts.questions == 0
        && plan.stops.empty() && plan.counts.of(PersonState::Link) == 0;
    return nothing ? ExitCode::InAgreement : ExitCode::PersonNeeded;
}

ExitCode exitCodeOf(const Run &run, const Plan &afterwards)
{
    if (run.ending == RunEnding::Stopped)
        return ExitCode::Stopped;
    if (run.ending != RunEnding::Completed || run.failed > 0)
        return ExitCode::Errors;
    return exitCodeOf(afterwards);
}

} // namespace twinbook::cli
