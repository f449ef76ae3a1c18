// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeservice.h"

#include "core/normalize.h"
#include "core/phone.h"

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

//! A job whose result is known when it starts.
template<class Base, class T>
class ReadyJob final : public Base
{
public:
    explicit ReadyJob(Result<T> result)
        : m_result(std::move(result))
    { }

protected:
    void run() override { this->finish(m_result); }
    void abort() override
    {
        this->finish(
            Failure(Error {.kind = ErrorKind::Cancelled, .message = u"stopped"_s, .detail = {}}));
    }

private:
    Result<T> m_result;
};

Failure failure(ErrorKind kind)
{
    return Failure(
        Error {.kind = kind, .message = "fake: "_L1 + errorKindName(kind), .detail = {}});
}

FieldSpec field(const QString &key, FieldValue::Type type = FieldValue::Type::Text,
                FieldAccess access = FieldAccess::ReadWrite, FieldNeed need = FieldNeed::Optional)
{
    return {key, key, type, access, need, FieldOrigin::Standard, {}};
}

QList<FieldSpec> fieldsOf(Side side)
{
    using Type = FieldValue::Type;
    if (side == Side::Left) {
        return {field(u"name"_s, Type::Text, FieldAccess::ReadWrite, FieldNeed::RequiredToCreate),
                field(u"email"_s),
                field(u"phone"_s),
                field(u"tags"_s, Type::List),
                field(u"companyName"_s, Type::Text, FieldAccess::ReadOnly),
                field(u"address.city"_s)};
    }
    return {field(u"firstName"_s),
            field(u"lastName"_s),
            field(u"email"_s),
            field(u"phone"_s),
            field(u"tags"_s, Type::List),
            field(u"companyName"_s, Type::Text, FieldAccess::CreateOnly),
            field(u"city"_s)};
}

QString fullName(const RemoteRecord &record)
{
    const QString whole = record.fields.value(u"name"_s).text();
    return whole.isEmpty() ? QString(record.fields.value(u"firstName"_s).text() + u' '
                                     + record.fields.value(u"lastName"_s).text())
                                 .trimmed()
                           : whole;
}

} // namespace

FakeService::FakeService(Side side)
    : m_side(side)
{ }

QDateTime FakeService::tick()
{
    m_clock = m_clock.addSecs(60);
    return m_clock;
}

std::unique_ptr<ConnectionJob> FakeService::checkConnection()
{
    return std::make_unique<ReadyJob<ConnectionJob, ConnectionReport>>(ConnectionReport {
        u"Fake"_s, static_cast<int>(m_people.size()), ConnectionReport::Writing::Allowed});
}

std::unique_ptr<SchemaJob> FakeService::readSchema()
{
    ServiceSchema schema;
    schema.accountName = serviceName(m_side);
    schema.country = u"US"_s;
    schema.fields = fieldsOf(m_side);
    return std::make_unique<ReadyJob<SchemaJob, ServiceSchema>>(schema);
}

std::unique_ptr<FetchPeopleJob> FakeService::fetchPeople()
{
    using Ready = ReadyJob<FetchPeopleJob, PeopleSnapshot>;
    ++reads;
    const List list = std::exchange(m_nextList, List::Whole);
    if (list == List::SignedOut)
        return std::make_unique<Ready>(failure(ErrorKind::Unauthorized));
    PeopleSnapshot snapshot;
    snapshot.extent
        = list == List::CutShort ? PeopleSnapshot::Extent::Partial : PeopleSnapshot::Extent::Whole;
    for (RemoteRecord record : m_people) {
        if (list == List::Empty || (list == List::CutShort && snapshot.people.size() > 2))
            break;
        if (m_listFidelity == Fidelity::SearchHit) {
            record.fidelity = Fidelity::SearchHit;
            for (const QString &key : {u"firstName"_s, u"lastName"_s}) {
                if (record.fields.contains(key))
                    record.fields.insert(key,
                                         FieldValue(record.fields.value(key).text().toLower()));
            }
        }
        snapshot.people.append(record);
    }
    return std::make_unique<Ready>(snapshot);
}

std::unique_ptr<PersonJob> FakeService::fetchPerson(const RemoteId &id)
{
    using Ready = ReadyJob<PersonJob, RemoteRecord>;
    ++reads;
    if (!m_people.contains(id))
        return std::make_unique<Ready>(failure(ErrorKind::NotFound));
    return std::make_unique<Ready>(m_people.value(id));
}

FakeService::Fate FakeService::nextFate()
{
    return m_fates.isEmpty() ? Fate::Works : m_fates.dequeue();
}

RemoteRecord FakeService::stored(const RemoteId &id, const FieldWrites &fields)
{
    RemoteRecord record = m_people.value(id);
    record.id = id;
    record.modifiedAt = tick();
    for (const FieldWrite &write : fields) {
        FieldValue value = write.value;
        if (m_side == Side::Right && write.key == "tags"_L1)
            value = FieldValue(tagSetKey(value.list()));
        if (m_side == Side::Right && write.key == "phone"_L1)
            value = FieldValue(phoneE164(value.text(), u"US"_s));
        if (value.isEmpty())
            record.fields.remove(write.key);
        else
            record.fields.insert(write.key, value);
    }
    m_people.insert(id, record);
    return record;
}

std::unique_ptr<PersonJob> FakeService::createPerson(const FieldWrites &fields)
{
    using Ready = ReadyJob<PersonJob, RemoteRecord>;
    ++writes;
    const Fate fate = nextFate();
    if (fate == Fate::Refused)
        return std::make_unique<Ready>(failure(ErrorKind::Rejected));
    if (fate == Fate::LostBefore)
        return std::make_unique<Ready>(failure(ErrorKind::Timeout));
    const RemoteId id(u"%1%2"_s.arg(serviceKey(m_side)).arg(++m_lastId, 4, 10, QLatin1Char('0')));
    const RemoteRecord record = stored(id, fields);
    if (fate == Fate::LostAfter)
        return std::make_unique<Ready>(failure(ErrorKind::Timeout));
    return std::make_unique<Ready>(record);
}

std::unique_ptr<PersonJob> FakeService::updatePerson(const RemoteId &id, const FieldWrites &fields)
{
    using Ready = ReadyJob<PersonJob, RemoteRecord>;
    ++writes;
    const Fate fate = nextFate();
    if (fate == Fate::Refused)
        return std::make_unique<Ready>(failure(ErrorKind::Rejected));
    if (fate == Fate::LostBefore)
        return std::make_unique<Ready>(failure(ErrorKind::Timeout));
    const RemoteRecord record = stored(id, fields);
    if (fate == Fate::LostAfter)
        return std::make_unique<Ready>(failure(ErrorKind::Timeout));
    return std::make_unique<Ready>(record);
}

std::unique_ptr<PeopleJob> FakeService::findTwins(const TwinQuery &query)
{
    ++reads;
    QList<RemoteRecord> twins;
    for (const RemoteRecord &record : std::as_const(m_people)) {
        const bool sameEmail
            = !query.email.isEmpty() && record.fields.value(u"email"_s).text() == query.email;
        if (sameEmail || fullName(record) == query.name)
            twins.append(record);
    }
    return std::make_unique<ReadyJob<PeopleJob, QList<RemoteRecord>>>(twins);
}

RemoteId FakeService::add(const QMap<QString, QString> &texts)
{
    const RemoteId id(u"%1%2"_s.arg(serviceKey(m_side)).arg(++m_lastId, 4, 10, QLatin1Char('0')));
    RemoteRecord record;
    record.id = id;
    record.modifiedAt = tick();
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        record.fields.insert(
            it.key(), it.key() == "tags"_L1 ? FieldValue(it->split(u',')) : FieldValue(it.value()));
    }
    m_people.insert(id, record);
    return id;
}

void FakeService::edit(const RemoteId &id, const QString &key, const FieldValue &value)
{
    RemoteRecord &record = m_people[id];
    record.modifiedAt = tick();
    record.fields.insert(key, value);
}

void FakeService::remove(const RemoteId &id)
{
    m_people.remove(id);
}

QString FakeService::text(const RemoteId &id, const QString &key) const
{
    return m_people.value(id).fields.value(key).toText();
}

void FakeService::setFates(const QList<Fate> &fates)
{
    m_fates.clear();
    for (const Fate fate : fates)
        m_fates.enqueue(fate);
}

} // namespace twinbook::testing
