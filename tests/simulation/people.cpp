// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/people.h"

#include "store/decisionstore.h"

using namespace Qt::StringLiterals;

namespace twinbook::simulation {

namespace {

//! What somebody types with that number into a field; a number never says the same twice.
QString text(Row row, int person, int number)
{
    static const QStringList firstNames {u"Ana"_s,   u"Boris"_s, u"Carla"_s, u"Dimitar"_s,
                                         u"Elena"_s, u"Farid"_s, u"Grace"_s};
    switch (row) {
    case Row::Name:
        return firstNames.at(number % firstNames.size()) + QChar(u'a' + number % 26) + u' '
            + lastNameOf(person);
    case Row::Email:
        return u"%1.%2@Example.bg"_s.arg(lastNameOf(person).toLower()).arg(number);
    case Row::Phone:
        if (number % 11 == 0)
            return u"ask desk %1"_s.arg(number);
        return (number % 2 == 0 ? u"+35988710%1"_s : u"088 710 %1"_s)
            .arg(number, 4, 10, QLatin1Char('0'));
    case Row::City:
        return number % 7 == 0 ? u"Town %1 beyond the river and the hills"_s.arg(number)
                               : u"Town %1"_s.arg(number);
    case Row::Tags:
        return u"Tag%1"_s.arg(number);
    case Row::Company:
        return u"Company %1"_s.arg(number);
    }
    Q_UNREACHABLE();
}

FieldWrites writesOf(Side side, Row row, const FieldValue &value)
{
    switch (row) {
    case Row::Name:
        if (side == Side::Left)
            return {{u"name"_s, value}};
        return {{u"firstName"_s, FieldValue(value.text().section(u' ', 0, -2))},
                {u"lastName"_s, FieldValue(value.text().section(u' ', -1))}};
    case Row::City:
        return {{side == Side::Left ? u"address.city"_s : u"city"_s, value}};
    case Row::Company:
        return {{u"companyName"_s, value}};
    case Row::Email:
    case Row::Phone:
    case Row::Tags:
        return {{rowId(row), value}};
    }
    Q_UNREACHABLE();
}

} // namespace

People::People(const Scenario &scenario, PerSide<SimulatedService *> services, Oracle &oracle,
               Trace &trace)
    : m_services(services)
    , m_oracle(oracle)
    , m_trace(trace)
    , m_dice(quint64(scenario.seed) + 77)
{ }

int People::personOfRecord(Side side, const RemoteId &id) const
{
    const auto record = m_services[side]->people().constFind(id);
    return record == m_services[side]->people().cend() ? m_known.value(id, Scenario::nobody)
                                                       : personOf(side, record->fields);
}

void People::addRecord(Side side, const Act &act, int variant)
{
    FieldMap fields;
    const int number = act.number * 3 + variant;
    for (const Row row : {Row::Name, Row::Email, Row::Phone, Row::City, Row::Company}) {
        // Everybody has an e-mail address or a phone number, and few have everything.
        const bool isThere = row == Row::Name || (row == Row::Email && act.number % 3 != 0)
            || (row == Row::Phone && act.number % 3 != 1) || (row == Row::City && variant == 0)
            || (row == Row::Company && side == Side::Left && act.number % 4 == 0);
        if (!isThere)
            continue;
        // Typed differently, but known by one of the two.
        const int seen
            = row == Row::City || row == Row::Company || (row == Row::Phone && act.number % 3 != 0)
            ? number
            : act.number * 3;
        const FieldWrites writes = writesOf(side, row, FieldValue(text(row, act.person, seen)));
        for (const FieldWrite &write : writes)
            fields.insert(write.key, write.value);
    }
    const RemoteId id = m_services[side]->add(fields);
    m_known.insert(id, act.person);
    m_oracle.added(side, act.person);
    const FieldMap &stored = m_services[side]->people().value(id).fields;
    for (const Row row : allRows) {
        if (const QString value = plainValue(side, row, stored); !value.isEmpty())
            m_oracle.typed(side, act.person, row, value);
    }
}

void People::arrive(const Act &act)
{
    const bool isThere = !m_services.left->recordOf(act.person).isEmpty()
        || !m_services.right->recordOf(act.person).isEmpty();
    if (isThere)
        return;
    if (act.kind == Act::Kind::Add) {
        addRecord(act.side, act, 0);
        return;
    }
    addRecord(Side::Left, act, 0);
    addRecord(Side::Right, act, act.kind == Act::Kind::AddUnlike ? 1 : 0);
    if (act.kind == Act::Kind::AddUnlike)
        m_oracle.unlike(act.person);
}

void People::type(Side side, const RemoteId &id, const Act &act, const FieldValue &value)
{
    if (!m_services[side]->edit(id, writesOf(side, act.row, value)))
        return;
    m_oracle.typed(side, act.person, act.row,
                   plainValue(side, act.row, m_services[side]->people().value(id).fields));
}

void People::changeTags(const Act &act, const RemoteId &id)
{
    QStringList tags = m_services[act.side]->people().value(id).fields.value(u"tags"_s).list();
    if (act.kind == Act::Kind::AddTag) {
        const QString tag = text(Row::Tags, act.person, act.number);
        tags.append(tag);
        m_oracle.addedTag(act.person, tag.toLower());
    } else if (tags.isEmpty()) {
        return;
    } else {
        m_oracle.removedTag(act.person, tags.takeLast().toLower());
    }
    Act typing = act;
    typing.row = Row::Tags;
    type(act.side, id, typing, FieldValue(tags));
}

void People::remove(const Act &act, const RemoteId &id)
{
    // Of a record that no sync has seen nobody can tell whether it was deleted or never there.
    if (!m_services[act.side]->isLinked(id))
        return;
    m_services[act.side]->remove(id);
    m_oracle.deleted(act.side, act.person);
}

void People::act(const Act &act, Engine *engine)
{
    using Kind = Act::Kind;
    if (act.kind == Kind::Add || act.kind == Kind::AddOnBoth || act.kind == Kind::AddUnlike) {
        m_trace.add(u"somebody adds person %1"_s.arg(act.person));
        arrive(act);
        return;
    }
    const RemoteId id = m_services[act.side]->recordOf(act.person);
    if (id.isEmpty())
        return;
    m_known.insert(id, act.person);
    // What is typed into one of two records that were never linked makes them two people.
    const RemoteId twin = m_services[opposite(act.side)]->recordOf(act.person);
    if (!twin.isEmpty() && !m_services[act.side]->isLinked(id))
        m_oracle.unlike(act.person);
    m_trace.add(u"somebody acts (%1) on %2 of %3"_s.arg(static_cast<int>(act.kind))
                    .arg(rowId(act.row), id.text()));
    switch (act.kind) {
    case Kind::Type:
        type(act.side, id, act, FieldValue(text(act.row, act.person, act.number * 3)));
        break;
    case Kind::Clear:
        if (act.row != Row::Name)
            type(act.side, id, act, FieldValue());
        break;
    case Kind::AddTag:
    case Kind::RemoveTag:
        changeTags(act, id);
        break;
    case Kind::Delete:
        remove(act, id);
        break;
    case Kind::LeaveOut:
        m_oracle.excuse(act.person);
        if (engine)
            engine->leaveOut(act.side, id);
        break;
    case Kind::Add:
    case Kind::AddOnBoth:
    case Kind::AddUnlike:
        break;
    }
}

Answer People::answerTo(const Question &question, int number)
{
    Answer answer;
    answer.seenLeft = question.left;
    answer.seenRight = question.right;
    const int left = personOfRecord(Side::Left, question.key.left);
    const int right = personOfRecord(Side::Right, question.key.right);
    const int person = left == Scenario::nobody ? right : left;
    switch (question.key.kind) {
    case QuestionKind::FieldDiffers: {
        const auto row = std::find_if(allRows.begin(), allRows.end(), [&](Row candidate) {
            return rowId(candidate) == question.key.field;
        });
        answer.choice = static_cast<Choice>(m_dice.below(3));
        if (answer.choice == Choice::UseValue)
            answer.value = FieldValue(text(*row, person, 1000 + number * 11));
        const FieldValue &value = answer.choice == Choice::UseLeft ? question.left
            : answer.choice == Choice::UseRight                    ? question.right
                                                                   : answer.value;
        FieldMap fields;
        for (const FieldWrite &write : writesOf(Side::Left, *row, value))
            fields.insert(write.key, write.value);
        m_oracle.answered(person, *row, plainValue(Side::Left, *row, fields));
        break;
    }
    case QuestionKind::SamePerson:
        answer.choice = left == right ? Choice::Same : Choice::Different;
        break;
    case QuestionKind::Gone: {
        answer.choice = m_dice.percent(50) ? Choice::AddAgain : Choice::Unlink;
        const bool goneLeft = !m_services.left->people().contains(question.key.left);
        const bool goneRight = !m_services.right->people().contains(question.key.right);
        m_oracle.excuse(person);
        if (answer.choice == Choice::AddAgain && (goneLeft || goneRight))
            m_oracle.addAgainAnswered(goneLeft ? Side::Left : Side::Right, person);
        break;
    }
    case QuestionKind::Twin:
        answer.choice = Choice::Different;
        break;
    }
    return answer;
}

//! A likely twin may really be one; a person who knows would merge them there. And nobody says "add
//! again" of somebody who is there for all to see.
bool People::isAnswerable(const QuestionKey &key) const
{
    if (key.kind == QuestionKind::Twin)
        return false;
    return key.kind != QuestionKind::Gone || !m_services.left->people().contains(key.left)
        || !m_services.right->people().contains(key.right);
}

void People::answer(Engine &engine, const Database &database, const Clock &clock, int percent)
{
    const Result<QList<Decision>> open = DecisionStore(database, clock).open();
    if (!open)
        return;
    for (const Decision &decision : *open) {
        if (!m_dice.percent(percent) || !isAnswerable(decision.question.key))
            continue;
        m_trace.add(u"somebody answers question %1"_s.arg(decision.id.number()));
        engine.answer(decision.id, answerTo(decision.question, ++m_answers));
    }
}

} // namespace twinbook::simulation
