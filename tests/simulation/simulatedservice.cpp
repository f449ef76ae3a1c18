// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/simulatedservice.h"

#include "core/normalize.h"
#include "core/phone.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook::simulation {

namespace {

const QString &country()
{
    static const QString code = u"BG"_s;
    return code;
}

//! A stand-in for every limit that nobody documented.
constexpr qsizetype longestCity = 24;

FieldSpec field(const QString &key, FieldValue::Type type = FieldValue::Type::Text,
                FieldAccess access = FieldAccess::ReadWrite, FieldNeed need = FieldNeed::Optional)
{
    return {key, key, type, access, need, FieldOrigin::Standard, {}};
}

QString fullName(const RemoteRecord &record)
{
    const QString whole = record.fields.value(u"name"_s).text();
    return whole.isEmpty() ? QString(record.fields.value(u"firstName"_s).text() + u' '
                                     + record.fields.value(u"lastName"_s).text())
                                 .trimmed()
                           : whole;
}

Failure failure(ErrorKind kind, int status, const RemoteId &existing = {})
{
    return Failure(Error {.kind = kind,
                          .message = "The service says no: "_L1 + errorKindName(kind),
                          .detail = {},
                          .httpStatus = status,
                          .existing = existing});
}

} // namespace

//! A request on its way. What it does at the service is done whether or not this job still lives.
template<class Base, class T>
class Call final : public Base
{
public:
    using Serve = std::function<Result<T>(Fate)>;

    Call(Wire &wire, Side side, Request request, QString what, Serve serve)
        : m_wire(wire)
        , m_side(side)
        , m_request(request)
        , m_what(std::move(what))
        , m_serve(std::move(serve))
    { }
    std::function<void()> leaves;

protected:
    void run() override
    {
        const std::optional<Wire::Journey> journey = m_wire.depart(m_side, m_request);
        if (!journey)
            return;
        if (leaves)
            leaves();
        Wire &wire = m_wire;
        const QString what = serviceKey(m_side) + u' ' + m_what;
        const Fate fate = journey->fate;
        wire.trace.add(u"-> %1 (%2)"_s.arg(what, fateName(fate)));
        const Fortune fortune = fortuneOf(fate);
        auto reply = std::make_shared<std::optional<Result<T>>>();
        if (fortune.effect == Fortune::Effect::Done || !fortune.told) {
            wire.queue.after(journey->arrival, [&wire, what, fate, reply, serve = m_serve] {
                wire.trace.add(" = "_L1 + what);
                *reply = serve(fate);
            });
        }
        wire.queue.after(journey->answer,
                         [&wire, what, told = fortune.told, reply, self = QPointer(this)] {
                             if (!self || !wire.arrive())
                                 return;
                             wire.trace.add("<- "_L1 + what);
                             self->finish(told ? Result<T>(Failure(*told)) : **reply);
                         });
    }
    void abort() override
    {
        this->finish(
            Failure(Error {.kind = ErrorKind::Cancelled, .message = u"stopped"_s, .detail = {}}));
    }

private:
    Wire &m_wire;
    const Side m_side;
    const Request m_request;
    const QString m_what;
    const Serve m_serve;
};

SimulatedService::SimulatedService(Side side, Wire &wire, Oracle &oracle, int poisoned)
    : m_side(side)
    , m_wire(wire)
    , m_oracle(oracle)
    , m_poisoned(poisoned)
    , m_clock(wire.queue)
    , m_dice(side == Side::Left ? 17 : 29)
{ }

ServiceSchema SimulatedService::schema() const
{
    using Type = FieldValue::Type;
    ServiceSchema schema;
    schema.accountName = serviceName(m_side);
    schema.accountId = serviceKey(m_side);
    schema.country = country();
    if (m_side == Side::Left) {
        schema.fields
            = {field(u"name"_s, Type::Text, FieldAccess::ReadWrite, FieldNeed::RequiredToCreate),
               field(u"email"_s),
               field(u"phone"_s),
               field(u"tags"_s, Type::List),
               field(u"companyName"_s, Type::Text, FieldAccess::ReadOnly),
               field(u"address.city"_s),
               field(u"description"_s)};
    } else {
        schema.fields = {field(u"firstName"_s),
                         field(u"lastName"_s),
                         field(u"email"_s),
                         field(u"phone"_s),
                         field(u"tags"_s, Type::List),
                         field(u"companyName"_s, Type::Text, FieldAccess::CreateOnly),
                         field(u"city"_s),
                         field(u"source"_s)};
    }
    return schema;
}

std::unique_ptr<ConnectionJob> SimulatedService::checkConnection()
{
    return std::make_unique<Call<ConnectionJob, ConnectionReport>>(
        m_wire, m_side, Request::Schema, u"connection"_s, [](Fate) { return ConnectionReport(); });
}

std::unique_ptr<SchemaJob> SimulatedService::readSchema()
{
    return std::make_unique<Call<SchemaJob, ServiceSchema>>(
        m_wire, m_side, Request::Schema, u"schema"_s, [this](Fate) { return schema(); });
}

std::unique_ptr<FetchPeopleJob> SimulatedService::fetchPeople()
{
    return std::make_unique<Call<FetchPeopleJob, PeopleSnapshot>>(
        m_wire, m_side, Request::List, u"list"_s, [this](Fate fate) { return list(fate); });
}

std::unique_ptr<PersonJob> SimulatedService::fetchPerson(const RemoteId &id)
{
    ++probes;
    return std::make_unique<Call<PersonJob, RemoteRecord>>(m_wire, m_side, Request::Read,
                                                           "read "_L1 + id.text(),
                                                           [this, id](Fate) { return read(id); });
}

std::unique_ptr<PersonJob> SimulatedService::createPerson(const FieldWrites &fields)
{
    auto call = std::make_unique<Call<PersonJob, RemoteRecord>>(
        m_wire, m_side, Request::Create, u"create"_s,
        [this, fields](Fate) { return create(fields); });
    call->leaves = [this, fields] {
        ++writes;
        writeLeaves(m_side, {}, fields);
    };
    return call;
}

std::unique_ptr<PersonJob> SimulatedService::updatePerson(const RemoteId &id,
                                                          const FieldWrites &fields)
{
    const FieldMap asRead = m_asRead.value(id);
    auto call = std::make_unique<Call<PersonJob, RemoteRecord>>(
        m_wire, m_side, Request::Update, "update "_L1 + id.text(),
        [this, id, fields, asRead](Fate fate) {
            return fate == Fate::NotTaken ? read(id) : update(id, fields, asRead);
        });
    call->leaves = [this, id, fields] {
        ++writes;
        writeLeaves(m_side, id, fields);
    };
    return call;
}

std::unique_ptr<PeopleJob> SimulatedService::findTwins(const TwinQuery &query)
{
    ++probes;
    return std::make_unique<Call<PeopleJob, QList<RemoteRecord>>>(
        m_wire, m_side, Request::Twins, u"twins"_s, [this, query](Fate) { return twins(query); });
}

PeopleSnapshot SimulatedService::list(Fate fate) const
{
    PeopleSnapshot snapshot;
    snapshot.extent
        = fate == Fate::CutList ? PeopleSnapshot::Extent::Partial : PeopleSnapshot::Extent::Whole;
    const QList<RemoteRecord> all = m_side == Side::Left ? m_people.values() : m_index.values();
    bool hasHidden = false;
    for (const RemoteRecord &record : all) {
        const bool hides = fate == Fate::EmptyList || (fate == Fate::ShortList && !hasHidden)
            || (fate == Fate::CutList && snapshot.people.size() == all.size() / 2);
        const bool isHidden = hides && (fate == Fate::CutList || isLinked(record.id));
        hasHidden = hasHidden || isHidden;
        if (!isHidden)
            snapshot.people.append(record);
    }
    if (fate == Fate::RepeatedList && !all.isEmpty())
        snapshot.people.append(all.constFirst());
    return snapshot;
}

Result<RemoteRecord> SimulatedService::read(const RemoteId &id)
{
    const auto person = m_people.constFind(id);
    if (person == m_people.cend())
        return failure(ErrorKind::NotFound, 404);
    m_asRead.insert(id, person->fields);
    return *person;
}

RemoteRecord SimulatedService::asIndexed(RemoteRecord record) const
{
    record.fidelity = Fidelity::SearchHit;
    for (const QString &key : {u"firstName"_s, u"lastName"_s}) {
        if (record.fields.contains(key))
            record.fields.insert(key, FieldValue(record.fields.value(key).text().toLower()));
    }
    return record;
}

void SimulatedService::index(const RemoteId &id)
{
    if (m_side == Side::Left)
        return;
    m_wire.queue.after(std::chrono::milliseconds(m_dice.below(60'000)), [this, id] {
        const auto person = m_people.constFind(id);
        if (person == m_people.cend())
            m_index.remove(id);
        else
            m_index.insert(id, asIndexed(*person));
    });
}

void SimulatedService::put(const RemoteRecord &record)
{
    RemoteRecord changed = record;
    changed.modifiedAt = now();
    m_people.insert(changed.id, changed);
    index(changed.id);
}

FieldValue SimulatedService::kept(const FieldWrite &write) const
{
    if (m_side == Side::Left)
        return write.value;
    const QString text = write.value.text();
    if (write.key == "phone"_L1) {
        const QString number = phoneE164(text, country());
        return number.isEmpty() ? FieldValue() : FieldValue(number);
    }
    if (write.key == "tags"_L1)
        return FieldValue(tagSetKey(write.value.list()));
    if (write.key == "email"_L1)
        return FieldValue(text.trimmed().toLower());
    if (write.key == "city"_L1)
        return FieldValue(text.left(longestCity));
    return write.value;
}

//! Whoever has the e-mail or phone already.
RemoteId SimulatedService::owner(const FieldWrites &fields, const RemoteId &self) const
{
    if (m_side == Side::Left)
        return {};
    for (const FieldWrite &write : fields) {
        if (write.key != "email"_L1 && write.key != "phone"_L1)
            continue;
        const QString wanted = kept(write).text();
        if (wanted.isEmpty())
            continue;
        for (const RemoteRecord &record : m_people) {
            if (record.id != self && record.fields.value(write.key).text() == wanted)
                return record.id;
        }
    }
    return {};
}

Result<RemoteRecord> SimulatedService::create(const FieldWrites &fields)
{
    if (const RemoteId taken = owner(fields, {}); !taken.isEmpty())
        return failure(ErrorKind::Conflict, 400, taken);
    RemoteRecord record;
    for (const FieldWrite &write : fields)
        record.fields.insert(write.key, kept(write));
    const int person = personOf(m_side, record.fields);
    if (person == m_poisoned && m_poisoned != Scenario::nobody)
        return failure(ErrorKind::Rejected, 400);
    const RemoteId id = add(record.fields);
    m_oracle.created(m_side, person, record.fields);
    return m_people.value(id);
}

Result<RemoteRecord> SimulatedService::update(const RemoteId &id, const FieldWrites &fields,
                                              const FieldMap &asRead)
{
    const auto person = m_people.constFind(id);
    if (person == m_people.cend())
        return failure(ErrorKind::NotFound, 404);
    const FieldMap before = person->fields;
    const int who = personOf(m_side, before);
    if (who == m_poisoned && m_poisoned != Scenario::nobody)
        return failure(ErrorKind::Rejected, 400);
    if (!edit(id, fields))
        return failure(ErrorKind::Conflict, 400, owner(fields, id));
    m_oracle.updated(m_side, who, asRead, before, m_people.value(id).fields);
    return m_people.value(id);
}

QList<RemoteRecord> SimulatedService::twins(const TwinQuery &query) const
{
    QList<RemoteRecord> found;
    for (const RemoteRecord &record : m_people) {
        if (m_createdAt.value(record.id) < query.earliest())
            continue;
        const auto text = [&](const QString &key) { return record.fields.value(key).text(); };
        if (!query.mayBe(text(u"email"_s), text(u"phone"_s), fullName(record), country()))
            continue;
        // With a name alone there is only the index.
        const bool isLookedUp
            = m_side == Side::Left || !query.email.isEmpty() || !query.phone.isEmpty();
        if (isLookedUp || m_index.contains(record.id))
            found.append(record);
    }
    return found;
}

RemoteId SimulatedService::add(const FieldMap &fields)
{
    RemoteRecord record;
    record.id = RemoteId(u"%1%2"_s.arg(QChar(m_side == Side::Left ? u'l' : u'r')).arg(++m_lastId));
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const FieldValue value = kept({it.key(), *it});
        if (!value.isEmpty())
            record.fields.insert(it.key(), value);
    }
    const FieldKey unmapped = m_side == Side::Left ? u"description"_s : u"source"_s;
    record.fields.insert(unmapped, FieldValue(u"never mapped"_s));
    m_createdAt.insert(record.id, now());
    put(record);
    return record.id;
}

bool SimulatedService::edit(const RemoteId &id, const FieldWrites &fields)
{
    if (!owner(fields, id).isEmpty())
        return false;
    RemoteRecord record = m_people.value(id);
    for (const FieldWrite &write : fields) {
        const FieldValue value = kept(write);
        if (value.isEmpty())
            record.fields.remove(write.key);
        else
            record.fields.insert(write.key, value);
    }
    put(record);
    return true;
}

void SimulatedService::remove(const RemoteId &id)
{
    m_people.remove(id);
    index(id);
}

RemoteId SimulatedService::recordOf(int person) const
{
    for (const RemoteRecord &record : m_people) {
        if (personOf(m_side, record.fields) == person)
            return record.id;
    }
    return {};
}

} // namespace twinbook::simulation
