// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/writeperson.h"

#include "core/logging.h"
#include "core/normalize.h"
#include "officernd/placedjob.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

Error invalid(const QString &message)
{
    return {.kind = ErrorKind::InvalidInput, .message = message, .detail = {}};
}

//! The service answers an empty name with a fault of its own (officernd.md 5), so it never gets
//! one.
enum class NameRule : quint8 { MustBeGiven, MayBeMissing };

bool hasUsableName(const FieldWrites &writes, NameRule rule)
{
    const auto name = std::find_if(writes.cbegin(), writes.cend(),
                                   [](const FieldWrite &write) { return write.key == "name"_L1; });
    if (name == writes.cend())
        return rule == NameRule::MayBeMissing;
    return !simplifiedText(name->value.text()).isEmpty();
}

Error nameMissing()
{
    return invalid(QCoreApplication::translate(
        "officernd", "OfficeRnD needs a name for every person. Enter one and try again."));
}

class WritePerson : public PlacedJob<PersonJob>
{
public:
    using PlacedJob::PlacedJob;

protected:
    //! Ends the job with the member as stored. A reply without one is followed by a read.
    void conclude(const QString &id, const QJsonObject &reply)
    {
        if (reply.value("_id"_L1).toString() == id) {
            withCompanyOf(reply, [this, reply] { finishWithPerson(reply); });
            return;
        }
        ask(operationRequest(Operation::GetMember, id), [this](const QJsonObject &member) {
            withCompanyOf(member, [this, member] { finishWithPerson(member); });
        });
    }
};

class CreatePerson final : public WritePerson
{
public:
    CreatePerson(Account &account, FieldWrites writes)
        : WritePerson(account)
        , m_writes(std::move(writes))
    { }

protected:
    void run() override
    {
        if (!hasUsableName(m_writes, NameRule::MustBeGiven)) {
            finish(Failure(nameMissing()));
            return;
        }
        withProperties([this] { withPlace({}, [this](const Place &place) { create(place); }); });
    }

private:
    void create(const Place &place)
    {
        const QJsonObject body = creationBody(m_writes, place.location, place.today);
        ask(writeRequest(Operation::CreateMember, {}, body),
            [this](const QJsonObject &member) { complete(member); });
    }

    void complete(const QJsonObject &member)
    {
        const QString id = member.value("_id"_L1).toString();
        const FieldWrites later = writesAfterCreation(m_writes);
        if (later.isEmpty()) {
            conclude(id, member);
            return;
        }
        const QJsonObject body = updateBody(later, member, account().settings.quirks);
        askEither(writeRequest(Operation::UpdateMember, id, body),
                  [this, id, member](const Result<QJsonObject> &reply) {
                      if (!reply) {
                          qCWarning(logOfficeRnD) << "member" << id << "was created without"
                                                  << "address:" << reply.error().detail;
                      }
                      conclude(id, reply.value_or(member));
                  });
    }

    const FieldWrites m_writes;
};

class UpdatePerson final : public WritePerson
{
public:
    UpdatePerson(Account &account, RemoteId id, FieldWrites writes)
        : WritePerson(account)
        , m_id(std::move(id))
        , m_writes(std::move(writes))
    { }

protected:
    void run() override
    {
        if (!hasUsableName(m_writes, NameRule::MayBeMissing)) {
            finish(Failure(nameMissing()));
            return;
        }
        withProperties([this] {
            if (needsPresent(m_writes, account().settings.quirks)) {
                ask(operationRequest(Operation::GetMember, m_id.text()),
                    [this](const QJsonObject &present) { update(present); });
            } else {
                update({});
            }
        });
    }

private:
    void update(const QJsonObject &present)
    {
        const QJsonObject body = updateBody(m_writes, present, account().settings.quirks);
        if (body.isEmpty()) {
            conclude(m_id.text(), present);
            return;
        }
        ask(writeRequest(Operation::UpdateMember, m_id.text(), body),
            [this](const QJsonObject &reply) { conclude(m_id.text(), reply); });
    }

    const RemoteId m_id;
    const FieldWrites m_writes;
};

} // namespace

Calls callsToCreate(const FieldWrites &writes, const Learned &learned)
{
    // Without a look before, the list of locations is asked where people are placed.
    return {.reads = learned.placeForNewPeople.isEmpty() ? 1 : 0,
            .writes = writesAfterCreation(writes).isEmpty() ? 1 : 2};
}

Calls callsToUpdate(const FieldWrites &writes, const QuirkSet &quirks)
{
    return {.reads = needsPresent(writes, quirks) ? 1 : 0, .writes = 1};
}

std::unique_ptr<PersonJob> createPersonJob(Account &account, const FieldWrites &writes)
{
    return std::make_unique<CreatePerson>(account, writes);
}

std::unique_ptr<PersonJob> updatePersonJob(Account &account, const RemoteId &id,
                                           const FieldWrites &writes)
{
    return std::make_unique<UpdatePerson>(account, id, writes);
}

} // namespace twinbook::officernd
